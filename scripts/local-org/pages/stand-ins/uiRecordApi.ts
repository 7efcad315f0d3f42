/** Stand-in for `lightning/uiRecordApi` over the org's record endpoint. */
import { fetchJson } from './runtime/http';

type FieldReference = string | { objectApiName: string; fieldApiName: string };
interface FieldValue {
  readonly displayValue: string | null;
  readonly value: unknown;
}
interface RecordValue {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Record<string, FieldValue>;
}
interface RecordInput {
  readonly apiName?: string;
  readonly fields: Record<string, unknown>;
}
interface RecordConfig {
  readonly recordId?: string;
  readonly fields?: readonly FieldReference[];
  readonly optionalFields?: readonly FieldReference[];
}
type DataCallback = (value: { data: RecordValue | undefined; error: unknown }) => void;

const connected = new Set<getRecord>();

/** Wire adapter. Its name is the platform's. */
export class getRecord {
  private readonly callback: DataCallback;
  private config: RecordConfig = {};

  constructor(callback: DataCallback) {
    this.callback = callback;
    callback({ data: undefined, error: undefined });
  }

  connect(): void {
    connected.add(this);
  }

  disconnect(): void {
    connected.delete(this);
  }

  update(config: RecordConfig): void {
    this.config = config;
    if (config.recordId) void this.refresh();
  }

  shows(recordId: string): boolean {
    return this.config.recordId === recordId;
  }

  async refresh(): Promise<void> {
    const fields = (this.config.fields ?? []).map(fieldName).join(',');
    const optional = (this.config.optionalFields ?? []).map(fieldName).join(',');
    const query = new URLSearchParams({ ...(fields && { fields }), ...(optional && { optionalFields: optional }) });
    try {
      const data = await fetchJson<RecordValue>(`/ui-api/records/${this.config.recordId}?${query}`);
      this.callback({ data, error: undefined });
    } catch (error) {
      this.callback({ data: undefined, error });
    }
  }
}

export function getFieldValue(record: RecordValue | undefined, field: FieldReference): unknown {
  return fieldOf(record, field)?.value;
}

export function getFieldDisplayValue(
  record: RecordValue | undefined,
  field: FieldReference
): string | null | undefined {
  return fieldOf(record, field)?.displayValue;
}

export function createRecord(input: RecordInput): Promise<RecordValue> {
  return fetchJson('/ui-api/records', 'POST', input);
}

export async function updateRecord(input: RecordInput): Promise<RecordValue> {
  const recordId = String(input.fields.Id);
  const record = await fetchJson<RecordValue>(`/ui-api/records/${recordId}`, 'PATCH', input);
  await notifyRecordUpdateAvailable([{ recordId }]);
  return record;
}

export function deleteRecord(recordId: string): Promise<void> {
  return fetchJson(`/ui-api/records/${recordId}`, 'DELETE');
}

/** Fetches the named records again wherever they are on the page. */
export async function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void> {
  const touched = [...connected].filter((wire) => records.some(({ recordId }) => wire.shows(recordId)));
  await Promise.all(touched.map((wire) => wire.refresh()));
}

/** `Lead.Owner.Name` → the value below `Owner`. */
function fieldOf(record: RecordValue | undefined, field: FieldReference): FieldValue | undefined {
  const names = fieldName(field).split('.').slice(1);
  const last = names.pop();
  let current = record;
  for (const name of names) current = current?.fields[name]?.value as RecordValue | undefined;
  return last === undefined ? undefined : current?.fields[last];
}

function fieldName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}
