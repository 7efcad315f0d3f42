/** Sends payloads to an org the way Thoughtly does: an OAuth token by client credentials, then one POST. */

/** What is needed of a Connected or External Client App. `.local-org/credentials.json` has it for the local org. */
export interface ClientCredentials {
  readonly instanceUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface SendAnswer {
  readonly status: number;
  /** The JSON of the answer, or its text when it is none. */
  readonly body: unknown;
}

export const CALLS_PATH = '/services/apexrest/thoughtly/v1/calls';

/** @throws Error when the org refuses the credentials */
export async function requestToken({ instanceUrl, clientId, clientSecret }: ClientCredentials): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret
  });
  const response = await fetch(`${instanceUrl}/services/oauth2/token`, { method: 'POST', body: form });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (answer.access_token === undefined)
    throw new Error(
      `${instanceUrl} gives no token: ${answer.error_description ?? response.status}. Check the client id and secret.`
    );
  return answer.access_token;
}

/** Posts one payload, as it is. */
export async function sendPayload(
  instanceUrl: string,
  token: string,
  payload: string,
  query = ''
): Promise<SendAnswer> {
  const response = await fetch(`${instanceUrl}${CALLS_PATH}${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: payload
  });
  return { status: response.status, body: readJson(await response.text()) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
