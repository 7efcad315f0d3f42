/** Reads records through the REST API of an org. */

export type JsonRecord = Readonly<Record<string, unknown>>;

export class HttpReader {
  private readonly instanceUrl: string;
  private readonly token: string;

  constructor(instanceUrl: string, token: string) {
    this.instanceUrl = instanceUrl;
    this.token = token;
  }

  /** The rows of a query. @throws Error with the org's words */
  async query(soql: string): Promise<JsonRecord[]> {
    const response = await fetch(`${this.instanceUrl}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
      headers: { Authorization: `Bearer ${this.token}` }
    });
    const body = (await response.json()) as { records?: JsonRecord[] } | { message?: string }[];
    if (Array.isArray(body)) throw new Error(`${body[0]?.message ?? 'The query failed'}: ${soql}`);
    return body.records ?? [];
  }
}
