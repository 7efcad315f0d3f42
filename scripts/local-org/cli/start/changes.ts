/** What changed on Leads and Contacts. */
import type { LocalOrg } from '../../org';
import type { FieldSchema } from '../../schema/model';
import type { HttpReader, JsonRecord } from './http-reader';

/** Records by id, with the object that they are of. */
export type People = ReadonlyMap<string, { readonly object: string; readonly record: JsonRecord }>;

export interface RecordChanges {
  /** `Lead Dana Ortiz` */
  readonly label: string;
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
}

const EMPTY = '(empty)';
const LONGEST_VALUE = 80;

/** All Leads and Contacts with the fields that a sync may write. */
export async function readPeople(org: LocalOrg, reader: HttpReader): Promise<People> {
  const people = new Map<string, { object: string; record: JsonRecord }>();
  for (const object of ['Lead', 'Contact']) {
    const fields = [...(org.schema.findObject(object)?.fields.values() ?? [])]
      .filter(isWritten)
      .map((field) => field.name);
    for (const record of await reader.query(`SELECT Id, Name, ${fields.join(', ')} FROM ${object}`))
      people.set(String(record['Id']), { object, record });
  }
  return people;
}

function isWritten(field: FieldSchema): boolean {
  return (
    (field.isCustom && field.formula === null && field.summary === null) ||
    ['Status', 'OwnerId', 'Phone', 'Email'].includes(field.name)
  );
}

/** New records and changed fields, in the order of the records. */
export function changesBetween(before: People, after: People): RecordChanges[] {
  return [...after].flatMap(([id, { object, record }]) => {
    const old = before.get(id)?.record;
    const changes = Object.entries(record)
      .filter(
        ([name, value]) => name !== 'attributes' && name !== 'Id' && name !== 'Name' && (old?.[name] ?? null) !== value
      )
      .map(([field, value]) => ({ field, from: shown(old?.[field]), to: shown(value) }));
    if (changes.length === 0) return [];
    return [{ label: `${object} ${String(record['Name'])}${old ? '' : ' (new)'}`, changes }];
  });
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return EMPTY;
  const text = String(value).replace(/\s+/g, ' ');
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
