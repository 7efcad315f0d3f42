/** JSON over HTTP, with failures in the shape in which the platform's wires report them. */

/** What components find in `error` of a wire or in a rejected promise. */
export interface FetchFailure {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly body: unknown;
}

/** @throws FetchFailure when the answer is not a success, or the server cannot be reached (status 0) */
export async function fetchJson<T>(url: string, method = 'GET', payload?: unknown): Promise<T> {
  const response = await send(url, method, payload);
  const text = await response.text();
  const body: unknown = text ? parse(text) : undefined;
  // Wires hand plain objects to components, as on the platform; an Error would hide `body`.
  if (!response.ok) throw failure(response.status, response.statusText, body);
  return body as T;
}

async function send(url: string, method: string, payload: unknown): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: payload === undefined ? undefined : JSON.stringify(payload)
    });
  } catch {
    throw failure(0, 'Network error', { message: 'The local org does not answer. Is "npm start" still running?' });
  }
}

function failure(status: number, statusText: string, body: unknown): FetchFailure {
  return { ok: false, status, statusText, body };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}
