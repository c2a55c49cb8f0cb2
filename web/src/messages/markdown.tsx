import { marked, type Token, type Tokens } from "marked";
import type { ComponentChild, ComponentChildren } from "preact";

const schemes = /^(https?:|mailto:|tel:)/i;

/** Nests no deeper: deep nesting is only ever an attack. */
const DEPTH = 12;

/** The minimal markdown of a message, as elements: nothing of it is ever parsed as HTML. */
export function Markdown({ text }: { text: string }) {
  return <>{blocks(tokensOf(text), 0)}</>;
}

function tokensOf(text: string): Token[] {
  return marked.lexer(text, { gfm: true, breaks: true });
}

function blocks(tokens: readonly Token[] | undefined, depth: number): ComponentChildren {
  return tokens?.map((token, index) => <Block key={index} token={token} depth={depth} />);
}

function Block({ token, depth }: { token: Token; depth: number }): ComponentChild {
  if (depth > DEPTH) {
    return <p>{token.raw}</p>;
  }
  switch (token.type) {
    case "paragraph":
      return <p>{inlines(token.tokens, depth)}</p>;
    case "heading":
      return (
        <p>
          <strong>{inlines(token.tokens, depth)}</strong>
        </p>
      );
    case "code":
      return (
        <pre tabIndex={0}>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case "blockquote":
      return <blockquote>{blocks(token.tokens, depth + 1)}</blockquote>;
    case "list":
      return list(token as Tokens.List, depth);
    case "text":
      return <p>{token.tokens ? inlines(token.tokens, depth) : (token as Tokens.Text).text}</p>;
    case "space":
    case "def":
      return null;
    default:
      return <p>{token.raw.trimEnd()}</p>;
  }
}

function list(token: Tokens.List, depth: number) {
  const items = token.items.map((item, index) => <li key={index}>{blocks(item.tokens, depth + 1)}</li>);
  return token.ordered ? <ol start={Number(token.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function inlines(tokens: readonly Token[] | undefined, depth: number): ComponentChildren {
  return tokens?.map((token) => inline(token, depth + 1));
}

function inline(token: Token, depth: number): ComponentChild {
  if (depth > DEPTH) {
    return token.raw;
  }
  switch (token.type) {
    case "strong":
      return <strong>{inlines(token.tokens, depth)}</strong>;
    case "em":
      return <em>{inlines(token.tokens, depth)}</em>;
    case "del":
      return <del>{inlines(token.tokens, depth)}</del>;
    case "codespan":
      return <code>{(token as Tokens.Codespan).text}</code>;
    case "br":
      return <br />;
    case "link":
      return link(token as Tokens.Link, depth);
    case "text":
      return token.tokens ? inlines(token.tokens, depth) : (token as Tokens.Text).text;
    case "escape":
      return (token as Tokens.Escape).text;
    default:
      return token.raw;
  }
}

function link(token: Tokens.Link, depth: number): ComponentChild {
  if (!schemes.test(token.href)) {
    return token.raw;
  }
  return (
    <a href={token.href} target="_blank" rel="noopener noreferrer nofollow">
      {inlines(token.tokens, depth)}
    </a>
  );
}
