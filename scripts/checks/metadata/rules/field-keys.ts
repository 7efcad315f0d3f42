import { fieldsOf, type ParsedFile } from '../model';
import type { MetadataRule } from '../rule';
import { childOf, isTrue, textOf } from '../xml';

const EXTERNAL_ID_TYPES = ['AutoNumber', 'Email', 'Number', 'Text'];
const UNIQUE_TYPES = ['Email', 'Number', 'Text'];
const MAXIMUM_EXTERNAL_IDS = 25;
const MAXIMUM_LONG_TEXT = 1_638_400;
const MAXIMUM_MASTERS = 2;

/** Keys and totals (Metadata API Developer Guide, CustomField; Salesforce Features and Edition Allocations; PLATFORM 1.11, 5.9). */
export const fieldKeys: MetadataRule = {
  name: 'field-keys',
  check(model, report) {
    const byObject = new Map<string, ParsedFile[]>();
    for (const field of fieldsOf(model)) {
      const type = textOf(field.root, 'type') ?? '';
      byObject.set(field.objectName, [...(byObject.get(field.objectName) ?? []), field]);
      if (isTrue(field.root, 'externalId') && !EXTERNAL_ID_TYPES.includes(type))
        report(
          field,
          childOf(field.root, 'externalId'),
          `A field of the type ${type} cannot be an external id. Use ${EXTERNAL_ID_TYPES.join(', ')}.`
        );
      if (isTrue(field.root, 'unique') && !UNIQUE_TYPES.includes(type))
        report(
          field,
          childOf(field.root, 'unique'),
          `A field of the type ${type} cannot be unique. Use ${UNIQUE_TYPES.join(', ')}.`
        );
      const caseSensitive = childOf(field.root, 'caseSensitive');
      if (caseSensitive && !isTrue(field.root, 'unique') && !isTrue(field.root, 'externalId'))
        report(
          field,
          caseSensitive,
          '<caseSensitive> says how a unique field compares. Remove it, or make the field unique.'
        );
      if (
        field.objectName.endsWith('__mdt') &&
        (isTrue(field.root, 'externalId') || isTrue(field.root, 'trackHistory'))
      )
        report(
          field,
          field.root,
          'Fields of custom metadata types are no external ids and have no history. Remove the element.'
        );
    }
    for (const [object, fields] of byObject) {
      const count = (matches: (field: ParsedFile) => boolean) => fields.filter(matches).length;
      const [first] = fields;
      if (!first) continue;
      const externalIds = count((field) => isTrue(field.root, 'externalId'));
      if (externalIds > MAXIMUM_EXTERNAL_IDS)
        report(first, undefined, `${object} has ${externalIds} external ids; ${MAXIMUM_EXTERNAL_IDS} are allowed.`);
      const masters = count((field) => textOf(field.root, 'type') === 'MasterDetail');
      if (masters > MAXIMUM_MASTERS)
        report(first, undefined, `${object} has ${masters} master-detail fields; ${MAXIMUM_MASTERS} are allowed.`);
      const characters = fields
        .filter((field) => /^(LongTextArea|Html)$/.test(textOf(field.root, 'type') ?? ''))
        .reduce((sum, field) => sum + Number(textOf(field.root, 'length') ?? 0), 0);
      if (characters > MAXIMUM_LONG_TEXT)
        report(
          first,
          undefined,
          `The long texts of ${object} declare ${characters} characters; an object holds ${MAXIMUM_LONG_TEXT}. Shorten some.`
        );
    }
  }
};
