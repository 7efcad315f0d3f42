import { isCustomName, schemaObjectName } from '../model';
import type { MetadataRule } from '../rule';
import { suggestion } from '../suggestion';
import { childrenOf } from '../xml';

const MAXIMUM_FIELDS = 10;

/** Compact layouts and field sets: up to ten fields, each known, none a long text (Metadata API Developer Guide, CompactLayout). */
export const compactLayouts: MetadataRule = {
  name: 'compact-layouts',
  check({ ofType, schema }, report) {
    for (const file of ofType('CompactLayout')) {
      const object = schema.findObject(schemaObjectName(file.objectName ?? ''));
      const fields = childrenOf(file.root, 'fields');
      const seen = new Set<string>();
      if (!object) report(file, undefined, `There is no object ${file.objectName ?? ''} for the compact layout.`);
      if (fields.length > MAXIMUM_FIELDS)
        report(
          file,
          fields[MAXIMUM_FIELDS],
          `A compact layout holds ${MAXIMUM_FIELDS} fields, this one has ${fields.length}.`
        );
      for (const node of fields) {
        const name = node.text.trim();
        const field = object?.fields.get(name.toLowerCase());
        if (seen.has(name.toLowerCase())) report(file, node, `${name} stands twice. Keep one.`);
        seen.add(name.toLowerCase());
        if (field?.isLongText)
          report(file, node, `${name} is a long text, which compact layouts cannot show. Remove it.`);
        if (object && !field && (isCustomName(name) || isCustomName(object.name)))
          report(
            file,
            node,
            `${object.name} has no field ${name}.${suggestion(
              name,
              Array.from(object.fields.values(), (each) => each.name)
            )}`
          );
      }
    }
  }
};
