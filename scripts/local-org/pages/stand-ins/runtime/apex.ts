/** Stand-in for `@salesforce/apex/*`: each method can be called, and wired, over HTTP. */
import { fetchJson } from './http';

type Parameters = Record<string, unknown>;
type Provisioned = { data: unknown; error: unknown };
type DataCallback = (value: Provisioned) => void;

const adapterByValue = new WeakMap<object, ApexWireAdapter>();

/** Answer of one call: the platform freezes nothing that is imperative, so neither do we. */
function call(method: string, parameters: Parameters | undefined): Promise<unknown> {
  return fetchJson(`/apex/${method}`, 'POST', parameters ?? {});
}

class ApexWireAdapter {
  private readonly method: string;
  private readonly callback: DataCallback;
  private config: Parameters | undefined;
  private requestCount = 0;

  constructor(method: string, callback: DataCallback) {
    this.method = method;
    this.callback = callback;
    callback({ data: undefined, error: undefined });
  }

  connect(): void {
    // Nothing to open: a value is fetched when the configuration is complete.
  }

  disconnect(): void {
    this.requestCount += 1;
  }

  update(config: Parameters): void {
    this.config = config;
    const isComplete = Object.values(config).every((value) => value !== undefined);
    if (isComplete) void this.refresh();
  }

  async refresh(): Promise<void> {
    const request = ++this.requestCount;
    let value: Provisioned;
    try {
      value = { data: await call(this.method, this.config), error: undefined };
    } catch (error) {
      value = { data: undefined, error };
    }
    if (request !== this.requestCount) return;
    adapterByValue.set(value, this);
    this.callback(value);
  }
}

/** The default export of `@salesforce/apex/<method>`. LWC reads the wire adapter from its `adapter` property. */
export function apexMethod(method: string): unknown {
  const adapter = class extends ApexWireAdapter {
    constructor(callback: DataCallback) {
      super(method, callback);
    }
  };
  return Object.assign((parameters?: Parameters) => call(method, parameters), { adapter });
}

/** Fetches again what a wire has provisioned. */
export async function refreshApex(wired: object): Promise<void> {
  await adapterByValue.get(wired)?.refresh();
}

export function getSObjectValue(record: Record<string, unknown>, field: { fieldApiName: string } | string): unknown {
  return record[typeof field === 'string' ? field : field.fieldApiName];
}
