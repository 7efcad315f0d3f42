import { schemaObjectName } from '../model';
import type { MetadataRule } from '../rule';
import { suggestion } from '../suggestion';
import { childOf } from '../xml';

/** Where a validation rule shows its message. The formula itself is checked by `schema`. */
export const validationRules: MetadataRule = {
  name: 'validation-rules',
  check({ ofType, schema }, report) {
    for (const rule of ofType('ValidationRule')) {
      const object = schema.findObject(schemaObjectName(rule.objectName ?? ''));
      const place = childOf(rule.root, 'errorDisplayField');
      const field = place?.text.trim() ?? '';
      if (!object)
        report(
          rule,
          undefined,
          `There is no object ${rule.objectName ?? ''} for the rule ${rule.name}. Move the rule, or add the object.`
        );
      else if (place && !object.fields.has(field.toLowerCase()))
        report(
          rule,
          place,
          `${object.name} has no field ${field} to show the message at.${suggestion(
            field,
            Array.from(object.fields.values(), ({ name }) => name)
          )}`
        );
    }
  }
};
