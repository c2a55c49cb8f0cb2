/** A violation of one field, as RFC 9457's `errors` of this API tells it. */
export interface Violation {
  readonly field: string;
  readonly message: string;
}

/** The body of a refusal: `application/problem+json`. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly Violation[];
}

/** A "no" of the service, with its stable code. */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
    super(sentence(body));
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }

  /** What was wrong with one field; undefined where nothing was. */
  about(field: string): string | undefined {
    return this.body.errors?.find((error) => error.field === field)?.message;
  }
}

/** Makes the problem of a body that may be anything, for example a proxy's page. */
export function problemOf(status: number, body: unknown): Problem {
  const said = (typeof body === "object" && body !== null ? body : {}) as Partial<ProblemBody>;
  return new Problem({ ...said, status, code: typeof said.code === "string" ? said.code : "internal-error" });
}

/** One sentence for a person, whatever was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof Problem) {
    return error.message;
  }
  return error instanceof TypeError ? "The service cannot be reached." : capital(String((error as Error)?.message ?? error));
}

function sentence(body: ProblemBody): string {
  const first = body.errors?.[0];
  if (first) {
    return capital(`${first.field} ${first.message}.`);
  }
  if (body.status >= 500) {
    return "Something went wrong on our side. Please try again.";
  }
  return capital(`${body.detail ?? body.title ?? `the service answered ${body.status}`}.`);
}

function capital(text: string): string {
  return (text.charAt(0).toUpperCase() + text.slice(1)).replace(/([.!?…])\.$/, "$1");
}
