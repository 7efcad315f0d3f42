import type { MetadataRule } from '../rule';
import { suggestion } from '../suggestion';
import { childrenOf, textOf, type XmlNode } from '../xml';

/**
 * Records of ours that name an object and one of its fields in texts (`Object__c`, `Field__c`), as mappings and rules
 * do: the platform does not check them, the sync would report them call by call.
 */
export const namedFields: MetadataRule = {
  name: 'named-fields',
  check({ ofType, schema }, report) {
    for (const record of ofType('CustomMetadata')) {
      const entries = new Map(
        childrenOf(record.root, 'values').map((entry): [string, XmlNode] => [textOf(entry, 'field') ?? '', entry])
      );
      const objectEntry = entries.get('Object__c');
      const fieldEntry = entries.get('Field__c');
      const objectName = objectEntry && textOf(objectEntry, 'value');
      const fieldName = fieldEntry && textOf(fieldEntry, 'value');
      if (!objectName) continue;
      const object = schema.findObject(objectName);
      if (!object) report(record, objectEntry, `There is no object ${objectName}. Correct Object__c.`);
      else
        for (const name of alternativesOf(fieldName))
          if (!name.includes('.') && !object.fields.has(name.toLowerCase()))
            report(
              record,
              fieldEntry,
              `${object.name} has no field ${name}.${suggestion(
                name,
                Array.from(object.fields.values(), (field) => field.name)
              )}`
            );
    }
  }
};

/** Several fields stand with semicolons between them: the first that has a value is read. */
function alternativesOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
