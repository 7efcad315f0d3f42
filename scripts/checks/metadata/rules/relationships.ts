import { fieldsOf, isCustomName } from '../model';
import type { MetadataRule } from '../rule';
import { childOf, isTrue, textOf } from '../xml';

const RELATIONSHIP_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;
const MAXIMUM_NAME = 40;

/** Relationships: what a parent calls its children must be its own, and a lookup says what happens when the parent goes. */
export const relationships: MetadataRule = {
  name: 'relationships',
  check(model, report) {
    const known = new Map<string, string>();
    for (const object of model.schema.objects.values()) {
      if (object.kind !== 'standard') continue;
      for (const child of object.childRelationships)
        if (child.relationshipName && !isCustomName(child.field))
          known.set(`${object.name}.${child.relationshipName}`.toLowerCase(), `${child.childObject}.${child.field}`);
    }
    for (const field of fieldsOf(model)) {
      const type = textOf(field.root, 'type') ?? '';
      const target = textOf(field.root, 'referenceTo');
      const name = textOf(field.root, 'relationshipName');
      if (!target || !isCustomName(field.name)) continue;
      if (type === 'Lookup' && !textOf(field.root, 'deleteConstraint'))
        report(
          field,
          field.root,
          `The lookup ${field.name} does not say what happens when its ${target} is deleted. Add <deleteConstraint>SetNull</deleteConstraint>, or Restrict.`
        );
      if (textOf(field.root, 'deleteConstraint') === 'SetNull' && isTrue(field.root, 'required'))
        report(
          field,
          childOf(field.root, 'deleteConstraint'),
          `${field.name} is required and cannot be emptied. Use the <deleteConstraint> Restrict.`
        );
      if (!name) continue;
      const node = childOf(field.root, 'relationshipName');
      if (!RELATIONSHIP_NAME.test(name) || name.length > MAXIMUM_NAME)
        report(
          field,
          node,
          `The relationship name ${name} is not allowed: at most ${MAXIMUM_NAME} letters, digits and single underscores, a letter first, no __r.`
        );
      const key = `${target}.${name}${isCustomName(name) ? '' : '__r'}`.toLowerCase();
      const other = known.get(key) ?? known.get(`${target}.${name}`.toLowerCase());
      const own = `${field.objectName}.${field.name}`;
      if (other)
        report(
          field,
          node,
          `${target} has the children ${name} already, by ${other}. Choose another <relationshipName>.`
        );
      known.set(key, own);
    }
  }
};
