/** A running server over the fixture, and requests to it. */
import { join } from 'node:path';
import { createOrg } from '../../create-org';
import type { LocalOrg, Persona } from '../../org';
import { startServer } from '../server';
import type { RunningServer } from '../server';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of all shapes
  readonly body: any;
}

export class TestServer {
  readonly org: LocalOrg;
  readonly running: RunningServer;
  /** What the server reported as its own failure. */
  readonly errors: unknown[];

  private constructor(org: LocalOrg, running: RunningServer, errors: unknown[]) {
    this.org = org;
    this.running = running;
    this.errors = errors;
  }

  /** `more`: folders that are deployed over the fixture. */
  static async start(more: readonly string[] = []): Promise<TestServer> {
    const { org, compilation } = createOrg({ sources: [join(__dirname, 'fixture'), ...more], cacheDirectory: null });
    expect(compilation.diagnostics).toEqual([]);
    const errors: unknown[] = [];
    const running = await startServer(org, { port: 0, onError: (error) => errors.push(error) });
    return new TestServer(org, running, errors);
  }

  token(persona: Persona): string {
    return this.running.sessions.tokenFor(this.org.user(persona));
  }

  /** Sends a request as a persona (or with a token of one's own); objects go as JSON. */
  async send(
    method: string,
    path: string,
    options: { as?: Persona; token?: string; body?: unknown; headers?: Record<string, string> } = {}
  ): Promise<Answer> {
    const token = options.token ?? (options.as ? this.token(options.as) : null);
    const headers: Record<string, string> = {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...options.headers
    };
    const isText = typeof options.body === 'string' || options.body === undefined;
    if (!isText) headers['Content-Type'] ??= 'application/json';
    const body = isText ? (options.body as string | undefined) : JSON.stringify(options.body);
    const response = await fetch(`${this.running.url}${path}`, { method, headers, body });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: readBody(text) };
  }

  query(soql: string, as: Persona = 'admin', resource = 'query'): Promise<Answer> {
    return this.send('GET', `/services/data/v66.0/${resource}?q=${encodeURIComponent(soql)}`, { as });
  }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
