/** A refusal, as the service's: problem+json. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly { field: string; message: string }[] = [],
  ) {
    super(detail);
  }

  body() {
    const { status, code, detail, errors } = this;
    return { type: `urn:parley:problem:${code}`, title: code, status, code, detail, requestId: "fake", errors };
  }
}

export const notFound = () => new Refusal(404, "not-found", "there is no such room, or you may not see it");
