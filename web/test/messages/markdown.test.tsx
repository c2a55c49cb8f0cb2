// @vitest-environment jsdom
import { render } from "preact";
import { describe, expect, test } from "vitest";
import { Markdown } from "../../src/messages/markdown.tsx";

function shown(text: string): HTMLElement {
  const root = document.createElement("div");
  render(<Markdown text={text} />, root);
  return root;
}

const html = (text: string) => shown(text).innerHTML;

describe("markdown", () => {
  test("has bold, italic, struck, code and new lines", () => {
    expect(html("**b** *i* ~~s~~ `c < d`\nnext")).toBe(
      "<p><strong>b</strong> <em>i</em> <del>s</del> <code>c &lt; d</code><br>next</p>",
    );
  });

  test("has lists, quotes and blocks of code", () => {
    expect(html("3. a\n4. b")).toBe('<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>');
    expect(html("- a\n- b")).toBe("<ul><li><p>a</p></li><li><p>b</p></li></ul>");
    expect(html("> q")).toBe("<blockquote><p>q</p></blockquote>");
    expect(html("```\n<b>&amp;\n```")).toBe('<pre tabindex="0"><code>&lt;b&gt;&amp;amp;</code></pre>');
  });

  test("makes links of addresses, and opens them elsewhere", () => {
    const link = shown("see https://example.org/a?b=1&c=2.").querySelector("a")!;
    expect(link.getAttribute("href")).toBe("https://example.org/a?b=1&c=2");
    expect(link.rel).toContain("noopener");
    expect(link.target).toBe("_blank");
  });

  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "[x](/api/sign-out)",
    "![x](https://example.org/pixel.png)",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](&#106;avascript:alert(1))",
  ])("makes nothing dangerous of %s, and hides nothing", (text) => {
    const root = shown(text);
    expect(root.querySelectorAll("script, img, iframe, style, [onerror]")).toHaveLength(0);
    for (const link of root.querySelectorAll("a")) {
      expect(link.getAttribute("href")).toMatch(/^(https?|mailto|tel):/);
    }
    expect(root.textContent).toContain("x".repeat(text.includes("x") ? 1 : 0));
  });

  test("shows a tag as the text that it is", () => {
    expect(shown("a <b>c</b> &amp; d").textContent).toBe("a <b>c</b> &amp; d");
  });

  test("does not fall over deep nesting", () => {
    expect(shown(">".repeat(500) + " deep").textContent).toContain("deep");
    expect(shown("*_".repeat(300) + "x" + "_*".repeat(300)).textContent).toContain("x");
  });
});
