// Asks the console's API.

/** Throws an Error with the API's own message where it refuses. */
export const get = (path) => ask(path, {});

/** The same, with fields that are sent. */
export const post = (path, fields) => ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(fields) });

async function ask(path, options) {
  const response = await fetch(`/api/${path}`, options);
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.message);
  }
  return body;
}
