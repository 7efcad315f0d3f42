/** References between metadata that must lead somewhere: lookups, grants, custom metadata records. */
import { checkFormula } from '../../formula/check';
import type { FieldSchema, OrgSchema } from '../model';
import { checkAssignmentRules } from './assignment-rules';
import { checkDuplicateRules, checkLeadConversion } from './check-rules';
import { checkFields } from './field-rules';
import type { MetadataFile } from './files';
import type { Problems } from './problems';
import type { MetadataSources } from './read';
import { checkTexts } from './text-limits';

/** Reports what a deployment would refuse, or what the local org cannot do. */
export function checkMetadata(schema: OrgSchema, sources: MetadataSources, problems: Problems): void {
  checkTexts(sources.parts, problems);
  checkFields(sources.objects.values(), problems);
  checkObjects(sources, problems);
  checkReferences(schema, sources, problems);
}

/** Fields and rules of a custom object need the object itself. */
function checkObjects(sources: MetadataSources, problems: Problems): void {
  for (const source of sources.objects.values()) {
    const part = source.object ?? source.fields[0] ?? source.validationRules[0];
    if (source.object || !part || !/__(c|mdt|e|b)$/i.test(source.name)) continue;
    const file = `objects/${source.name}/${source.name}.object-meta.xml`;
    problems.add(6002, part.file, `There is no object ${source.name} to belong to. Add ${file}.`);
  }
}

function checkReferences(schema: OrgSchema, sources: MetadataSources, problems: Problems): void {
  checkLookups(schema, sources, problems);
  checkCustomMetadata(schema, problems);
  checkFormulas(schema, problems);
  checkDuplicateRules(schema, problems);
  checkAssignmentRules(schema, problems);
  const conversion = sources.parts.find(({ file }) => file.kind === 'LeadConvertSetting');
  if (conversion) checkLeadConversion(schema, conversion.file.path, problems);
  for (const [key, file] of sources.permissionSetFiles) checkGrants(schema, key, file, problems);
}

function checkLookups(schema: OrgSchema, sources: MetadataSources, problems: Problems): void {
  for (const source of sources.objects.values()) {
    for (const { root, file } of source.fields) {
      const target = root.text('referenceTo');
      if (target !== null && !schema.findObject(target)) {
        problems.add(
          6002,
          file,
          `${source.name}.${file.name} refers to the unknown object ${target}. Add the object to the source, or correct <referenceTo>.`,
          `<referenceTo>${target}`
        );
      }
    }
  }
}

function checkCustomMetadata(schema: OrgSchema, problems: Problems): void {
  for (const record of schema.customMetadata) {
    const type = schema.findObject(record.type);
    const file = { path: record.path, text: '' };
    if (!type) {
      problems.add(
        6002,
        file,
        `Custom metadata record ${record.developerName}: unknown type ${record.type}. Add objects/${record.type}, or correct the file's name.`
      );
      continue;
    }
    for (const [name, value] of record.values) {
      const field = type.fields.get(name.toLowerCase());
      const what = `Custom metadata record ${record.type} ${record.developerName}`;
      if (!field)
        problems.add(6002, file, `${what}: there is no field ${name}. Add it to the type, or remove the value.`);
      else if (!isKnownTarget(schema, field, value))
        problems.add(
          6002,
          file,
          `${what}: ${name} refers to the unknown ${field.referenceTo[0]} ${String(value)}. Add it, or correct the value.`
        );
    }
  }
}

/** Relationships of custom metadata name records of a type, objects, or fields (which only their record can place). */
function isKnownTarget(schema: OrgSchema, field: FieldSchema, value: unknown): boolean {
  const [target = ''] = field.referenceTo;
  if (field.type !== 'reference' || typeof value !== 'string') return true;
  if (target === 'EntityDefinition') return schema.findObject(value) !== undefined;
  if (!target.endsWith('__mdt')) return true;
  const [wantedType, wanted] = [target.toLowerCase(), value.toLowerCase()];
  return schema.customMetadata.some(
    (record) => record.type.toLowerCase() === wantedType && record.developerName.toLowerCase() === wanted
  );
}

function checkGrants(schema: OrgSchema, permissionSet: string, file: MetadataFile, problems: Problems): void {
  const grants = schema.permissionSets.get(permissionSet);
  for (const object of grants?.objects.keys() ?? []) {
    if (!schema.findObject(object))
      problems.add(
        6002,
        file,
        `Permission set ${file.name} grants the unknown object ${object}. Correct the name, or add the object.`,
        object
      );
  }
  for (const path of grants?.fields.keys() ?? []) {
    const dot = path.indexOf('.');
    const field = schema.findField(path.slice(0, dot), path.slice(dot + 1));
    if (!field)
      problems.add(
        6002,
        file,
        `Permission set ${file.name} grants the unknown field ${path}. Correct the name, or add the field.`,
        path
      );
    else if (!field.isPermissionable)
      problems.add(
        6002,
        file,
        `Permission set ${file.name}: field-level security cannot be set on ${path}, it follows its object. Remove the <fieldPermissions>.`,
        path
      );
  }
}

/** Rules, formula fields and default values: what the evaluator does not know is reported, never passed over. */
function checkFormulas(schema: OrgSchema, problems: Problems): void {
  for (const object of schema.objects.values()) {
    for (const rule of object.validationRules) {
      if (rule.isActive)
        report(`Validation rule ${object.name}.${rule.name}`, rule.errorConditionFormula, rule.path, object.name);
    }
    for (const field of object.fields.values()) {
      if (!field.isCustom) continue;
      if (field.formula !== null)
        report(`Formula field ${object.name}.${field.name}`, field.formula, field.path ?? object.name, object.name);
      const isFormula = typeof field.defaultValue === 'string' && !isPicklist(field);
      if (isFormula)
        report(
          `Default value of ${object.name}.${field.name}`,
          String(field.defaultValue),
          field.path ?? object.name,
          object.name
        );
    }
  }

  function report(what: string, formula: string, path: string, objectName: string): void {
    for (const { number, message } of checkFormula(schema, objectName, formula)) {
      problems.addAtLine(number, path, 1, `${what}: ${message}`);
    }
  }
}

function isPicklist(field: FieldSchema): boolean {
  return field.type === 'picklist' || field.type === 'multipicklist';
}
