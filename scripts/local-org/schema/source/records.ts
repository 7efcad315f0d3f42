/** Small metadata: custom metadata records, labels, permission set groups, queues. */
import type { CustomMetadataRecord, OrgSchema } from '../model';
import type { LeadConversionMapping } from '../rules';
import type { MetadataFile } from './files';
import type { Problems } from './problems';
import type { XmlElement } from './xml';

type Value = string | number | boolean | null;

/** `customMetadata/Thoughtly_Agent.Default.md-meta.xml`: type and developer name stand in the file's name. */
export function readCustomMetadata(root: XmlElement, file: MetadataFile): CustomMetadataRecord {
  const dot = file.name.indexOf('.');
  const values = root
    .all('values')
    .map((entry): [string, Value] => [entry.text('field') ?? '', readTypedValue(entry.first('value'))]);
  return {
    type: `${file.name.slice(0, dot)}__mdt`,
    developerName: file.name.slice(dot + 1),
    label: root.text('label') ?? file.name.slice(dot + 1),
    values: new Map(values),
    path: file.path
  };
}

const NUMBER_TYPES = new Set(['xsd:double', 'xsd:int', 'xsd:integer', 'xsd:long', 'xsd:decimal']);

function readTypedValue(element: XmlElement | null): Value {
  if (!element || element.attribute('xsi:nil') === 'true') return null;
  const text = element.content;
  const type = element.attribute('xsi:type') ?? 'xsd:string';
  if (type === 'xsd:boolean') return text.trim() === 'true';
  if (NUMBER_TYPES.has(type)) return Number(text);
  return text;
}

const INDIRECT_MEMBERS = ['publicGroups', 'roles'];

/** Custom labels: text by name. */
export function readLabels(root: XmlElement): [string, string][] {
  return root.all('labels').map((label) => [label.text('fullName') ?? '', label.text('value') ?? '']);
}

/** `LeadConvertSettings`: which fields of a Lead go where, beside those that the platform maps. */
export function readLeadConversion(root: XmlElement): LeadConversionMapping[] {
  return root.all('objectMapping').flatMap((mapping) =>
    mapping.all('mappingFields').map((field) => ({
      objectName: mapping.text('outputObject') ?? '',
      source: field.text('inputField') ?? '',
      target: field.text('outputField') ?? ''
    }))
  );
}

/** Members by way of groups and roles are reported: only users become members. */
export function readQueue(root: XmlElement, file: MetadataFile, problems: Problems): OrgSchema['queues'][number] {
  const objects = root.all('queueSobject').map((entry) => entry.text('sobjectType') ?? '');
  const members = root.all('queueMembers');
  const kind = INDIRECT_MEMBERS.find((name) => members.some((entry) => entry.first(name)?.first(name.slice(0, -1))));
  if (kind !== undefined)
    problems.add(
      6003,
      file,
      `Queue ${file.name}: the local org knows members by <users>, not by <${kind}>.`,
      `<${kind}>`
    );
  const users = members.flatMap((entry) => entry.all('users')).flatMap((entry) => entry.texts('user'));
  return { developerName: file.name, label: root.text('name') ?? file.name, objects, users };
}
