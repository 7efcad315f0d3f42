/**
 * Reads the stream of platform events of the local org: one line of JSON for each event. A tab that nobody looks at
 * gives its connection back, because a browser has only a few for one server; it catches up when it is looked at again.
 */

/** What listeners get, in the platform's shape. */
export interface EventMessage {
  readonly channel: string;
  readonly data: {
    readonly event: { readonly replayId: number };
    readonly payload: Readonly<Record<string, unknown>>;
  };
}

export interface StreamRequest {
  readonly channel: string;
  readonly replayId: number;
  readonly onMessage: (message: EventMessage) => void;
  /** Called when the connection breaks; it is opened again. */
  readonly onError: (error: unknown) => void;
}

const RETRY_MS = 2_000;

/** Resolves, once events come, to what ends the stream. Rejects when the server refuses it. */
export async function openEventStream(request: StreamRequest): Promise<() => void> {
  const stream = new EventStream(request);
  await stream.open();
  return () => stream.end();
}

class EventStream {
  private readonly request: StreamRequest;
  private replayId: number;
  private connection = new AbortController();
  private isEnded = false;

  constructor(request: StreamRequest) {
    this.request = request;
    this.replayId = request.replayId;
  }

  async open(): Promise<void> {
    const first = await this.connect();
    document.addEventListener('visibilitychange', this.handleVisibility);
    void this.keepReading(first);
  }

  end(): void {
    this.isEnded = true;
    document.removeEventListener('visibilitychange', this.handleVisibility);
    this.connection.abort();
  }

  private readonly handleVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.connection.abort();
  };

  private async connect(): Promise<Response> {
    this.connection = new AbortController();
    const { channel } = this.request;
    const query = new URLSearchParams({ channel, replayId: String(this.replayId) });
    const response = await fetch(`/page-api/events?${query.toString()}`, { signal: this.connection.signal });
    if (!response.ok) throw new Error(`${response.status}:: ${channel} ${await response.text()}`);
    return response;
  }

  private async keepReading(first: Response): Promise<void> {
    let response: Response | undefined = first;
    while (!this.isEnded) {
      try {
        response ??= await this.connect();
        await this.read(response);
      } catch (error) {
        if (!this.connection.signal.aborted) this.request.onError(error);
      }
      response = undefined;
      if (this.connection.signal.aborted) await whenVisible();
      else await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  private async read(response: Response): Promise<void> {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line) this.take(JSON.parse(line) as EventMessage | { position: number });
    }
  }

  private take(line: EventMessage | { readonly position: number }): void {
    if ('position' in line) {
      this.replayId = Math.max(this.replayId, line.position);
      return;
    }
    this.replayId = line.data.event.replayId;
    this.request.onMessage(line);
  }
}

function whenVisible(): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('visibilitychange', () => resolve(), { once: true }));
}
