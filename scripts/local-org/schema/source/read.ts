/** Reads all metadata files into one set of sources, by kind. */
import type { CustomMetadataRecord, PermissionGrants, PicklistValue } from '../model';
import type { AssignmentRule, DuplicateRule, LeadConversionMapping, MatchingRule } from '../rules';
import { readAssignmentRules } from './assignment-rules';
import { findMetadataFiles, type MetadataFile } from './files';
import { emptySource, readValueSet, type ObjectPart, type ObjectSource } from './object';
import { readGrants } from './permission-set';
import type { Problems } from './problems';
import { readCustomMetadata, readLabels, readLeadConversion, readQueue } from './records';
import { readDuplicateRule, readMatchingRules } from './rules';
import { parseXml, XmlError, type XmlElement } from './xml';

export interface MetadataSources {
  /** By object name in lower case. */
  readonly objects: Map<string, ObjectSource>;
  readonly customMetadata: CustomMetadataRecord[];
  readonly labels: Map<string, string>;
  readonly permissionSets: Map<string, PermissionGrants>;
  readonly permissionSetGroups: Map<string, readonly string[]>;
  readonly profiles: Map<string, PermissionGrants>;
  readonly customPermissions: Map<string, { readonly name: string; readonly label: string }>;
  readonly globalValueSets: Map<string, readonly PicklistValue[]>;
  readonly standardValueSets: Map<string, readonly PicklistValue[]>;
  readonly queues: ReturnType<typeof readQueue>[];
  /** By object (`PersonAccount` is one) and name in lower case: `lead.same_phone`. */
  readonly matchingRules: Map<string, MatchingRule>;
  readonly duplicateRules: DuplicateRule[];
  /** By object and name in lower case: `lead.standard`. */
  readonly assignmentRules: Map<string, AssignmentRule>;
  readonly leadConversion: LeadConversionMapping[];
  /** Every file that could be read. */
  readonly parts: ObjectPart[];
  /** The files of permission sets, for messages about what they grant. */
  readonly permissionSetFiles: Map<string, MetadataFile>;
}

export function readSources(directories: readonly string[], problems: Problems): MetadataSources {
  const sources: MetadataSources = {
    objects: new Map(),
    customMetadata: [],
    labels: new Map(),
    permissionSets: new Map(),
    permissionSetGroups: new Map(),
    profiles: new Map(),
    customPermissions: new Map(),
    globalValueSets: new Map(),
    standardValueSets: new Map(),
    queues: [],
    matchingRules: new Map(),
    duplicateRules: [],
    assignmentRules: new Map(),
    leadConversion: [],
    permissionSetFiles: new Map(),
    parts: []
  };
  for (const file of findMetadataFiles(directories)) {
    const root = parse(file, problems);
    if (!root) continue;
    sources.parts.push({ file, root });
    readFile(sources, file, root, problems);
  }
  return sources;
}

const ROOTS: Readonly<Record<string, string>> = {
  object: 'CustomObject',
  field: 'CustomField',
  recordType: 'RecordType',
  validationRule: 'ValidationRule',
  fieldSet: 'FieldSet',
  md: 'CustomMetadata',
  permissionset: 'PermissionSet',
  permissionsetgroup: 'PermissionSetGroup',
  profile: 'Profile',
  customPermission: 'CustomPermission',
  labels: 'CustomLabels',
  globalValueSet: 'GlobalValueSet',
  standardValueSet: 'StandardValueSet',
  queue: 'Queue',
  matchingRule: 'MatchingRules',
  duplicateRule: 'DuplicateRule',
  assignmentRules: 'AssignmentRules',
  LeadConvertSetting: 'LeadConvertSettings'
};

function parse(file: MetadataFile, problems: Problems): XmlElement | null {
  try {
    const root = parseXml(file.text);
    const expected = ROOTS[file.kind];
    if (expected === undefined || root.name === expected) return root;
    problems.add(
      6001,
      file,
      `A .${file.kind} file holds <${expected}>, not <${root.name}>. Correct the element or the name of the file.`,
      `<${root.name}`
    );
    return null;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    problems.addAtLine(6001, file.path, error.line, `Not well-formed XML: ${error.message}`);
    return null;
  }
}

function readFile(sources: MetadataSources, file: MetadataFile, root: XmlElement, problems: Problems): void {
  const key = file.name.toLowerCase();
  switch (file.kind) {
    case 'object':
      objectSource(sources, file.name).object = { file, root };
      break;
    case 'field':
      objectSource(sources, file.objectName).fields.push({ file, root });
      break;
    case 'recordType':
      objectSource(sources, file.objectName).recordTypes.push({ file, root });
      break;
    case 'validationRule':
      objectSource(sources, file.objectName).validationRules.push({ file, root });
      break;
    case 'fieldSet':
      objectSource(sources, file.objectName).fieldSets.push({ file, root });
      break;
    case 'md':
      sources.customMetadata.push(readCustomMetadata(root, file));
      break;
    case 'permissionset':
      sources.permissionSets.set(key, readGrants(root, file.name));
      sources.permissionSetFiles.set(key, file);
      break;
    case 'permissionsetgroup':
      sources.permissionSetGroups.set(key, root.texts('permissionSets'));
      break;
    case 'profile':
      sources.profiles.set(
        decodeURIComponent(file.name).toLowerCase(),
        readGrants(root, decodeURIComponent(file.name))
      );
      break;
    case 'customPermission':
      sources.customPermissions.set(key, { name: file.name, label: root.text('label') ?? file.name });
      break;
    case 'labels':
      for (const [name, text] of readLabels(root)) sources.labels.set(name.toLowerCase(), text);
      break;
    case 'globalValueSet':
      sources.globalValueSets.set(key, readValueSet(root, file.kind));
      break;
    case 'standardValueSet':
      sources.standardValueSets.set(key, readValueSet(root, file.kind));
      break;
    case 'queue':
      sources.queues.push(readQueue(root, file, problems));
      break;
    case 'matchingRule':
      for (const rule of readMatchingRules(root, file, problems))
        sources.matchingRules.set(`${file.name}.${rule.name}`.toLowerCase(), rule);
      break;
    case 'duplicateRule':
      sources.duplicateRules.push(readDuplicateRule(root, file, problems));
      break;
    case 'LeadConvertSetting':
      sources.leadConversion.push(...readLeadConversion(root));
      break;
    case 'assignmentRules':
      for (const rule of readAssignmentRules(root, file, problems))
        sources.assignmentRules.set(`${file.name}.${rule.name}`.toLowerCase(), rule);
      break;
  }
}

function objectSource(sources: MetadataSources, name: string | null): ObjectSource {
  const key = (name ?? '').toLowerCase();
  let source = sources.objects.get(key);
  if (!source) {
    source = emptySource(name ?? '');
    sources.objects.set(key, source);
  }
  return source;
}
