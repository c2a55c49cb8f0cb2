// Asks the console's API.

/** Throws an Error with the API's own message where it refuses. */
export async function get(path) {
  const response = await fetch(`/api/${path}`);
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.message);
  }
  return body;
}
