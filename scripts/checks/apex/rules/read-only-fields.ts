import type { FieldSchema, OrgSchema } from '../../../local-org/schema/model';
import type { ApexFile } from '../program';
import type { ApexRule, Report } from '../rule';
import { walk, type BoundNode } from '../walk';

/**
 * Fields that nobody can write: formulas, roll-ups, auto numbers, and those that the platform keeps. The platform's
 * compiler says "Field is not writeable"; `put` with a name fails when it runs.
 */
export const readOnlyFields: ApexRule = {
  name: 'read-only-fields',
  check({ files, schema }, report) {
    for (const file of files) walk(file.unit, (node) => checkNode(schema, file, node, report));
  }
};

function checkNode(schema: OrgSchema, file: ApexFile, node: BoundNode, report: Report): void {
  if (node.kind === 'assignment' || node.kind === 'compound') {
    const { target } = node;
    if (target.kind === 'sobjectField' && target.receiver.type.kind === 'sobject')
      checkField(schema, file, target.receiver.type.name, target.field, node.span.line, report);
  } else if (node.kind === 'newSObject') {
    for (const { field, isParent, value } of node.fields)
      if (!isParent) checkField(schema, file, node.object, field, value.span.line, report);
  } else if (node.kind === 'platformCall' && /^put\(/i.test(node.signature) && node.receiver?.type.kind === 'sobject') {
    const [name] = node.arguments;
    if (name?.kind === 'literal' && name.literal.type === 'string')
      checkField(schema, file, node.receiver.type.name, name.literal.value, node.span.line, report);
  }
}

function checkField(
  schema: OrgSchema,
  file: ApexFile,
  objectName: string,
  fieldName: string,
  line: number,
  report: Report
): void {
  const object = schema.findObject(objectName);
  const field = object?.fields.get(fieldName.toLowerCase());
  // Records of metadata types can be made up in memory, which tests do.
  if (!object || !field || object.kind === 'metadata' || isWritable(field)) return;
  report(file, line, `Field is not writeable: ${object.name}.${field.name}. ${reasonOf(field)}`);
}

function isWritable(field: FieldSchema): boolean {
  return field.isCreateable || field.isUpdateable || field.name === 'Id';
}

function reasonOf(field: FieldSchema): string {
  if (field.formula !== null || field.summary)
    return 'The platform computes it; write the fields that it is computed from.';
  if (field.isAutoNumber) return 'The platform numbers the records; remove the assignment.';
  return 'The platform keeps it; remove the assignment (tests may use Test.setCreatedDate, or JSON).';
}
