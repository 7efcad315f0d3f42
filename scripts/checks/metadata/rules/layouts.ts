import type { ObjectSchema } from '../../../local-org/schema/model';
import { isCustomName, type MetadataModel, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { childrenOf, descendantsOf, textOf } from '../xml';

/** Layout items that are no fields of the object in the schema, by the platform's own names. */
const ALWAYS_KNOWN = new Set([
  'createdbyid',
  'lastmodifiedbyid',
  'ownerid',
  'name',
  'masterlabel',
  'developername',
  'namespaceprefix',
  'isprotected',
  'recordtypeid',
  'currencyisocode'
]);

/** Page layouts of our own objects: each item names a field that exists, once, and required fields are all there. */
export const layouts: MetadataRule = {
  name: 'layouts',
  check(model, report) {
    for (const file of model.ofType('Layout')) {
      const objectName = file.name.split('-')[0] ?? '';
      const object = model.schema.findObject(objectName);
      if (!object)
        report(
          file,
          undefined,
          `There is no object ${objectName} for this layout. The file is called <Object>-<Layout name>.`
        );
      else if (isCustomName(objectName)) checkLayout(model, file, object, report);
    }
  }
};

function checkLayout(model: MetadataModel, file: ParsedFile, object: ObjectSchema, report: Report): void {
  const placed = new Set<string>();
  for (const item of descendantsOf(file.root, 'layoutItems')) {
    const name = textOf(item, 'field');
    if (name === undefined) continue;
    const key = name.toLowerCase();
    const field = object.fields.get(key);
    if (!field && !ALWAYS_KNOWN.has(key))
      report(
        file,
        item,
        `${object.name} has no field ${name}.${suggestion(
          name,
          Array.from(object.fields.values(), (each) => each.name)
        )}`
      );
    if (placed.has(key)) report(file, item, `${name} stands twice on the layout. Keep one.`);
    if (field && (field.formula ?? field.summary) !== null && textOf(item, 'behavior') !== 'Readonly')
      report(file, item, `${name} is computed: its <behavior> is Readonly.`);
    placed.add(key);
  }
  for (const field of object.fields.values()) {
    const mustBeThere =
      (field.isCustom && !field.isNillable && field.type !== 'boolean') ||
      (object.kind === 'metadata' && /^(MasterLabel|DeveloperName)$/.test(field.name));
    if (mustBeThere && !placed.has(field.name.toLowerCase()))
      report(file, file.root, `The layout lacks the required field ${field.name}. Add an item for it.`);
  }
  checkRelatedLists(model, file, object, report);
}

function checkRelatedLists(model: MetadataModel, file: ParsedFile, object: ObjectSchema, report: Report): void {
  for (const list of childrenOf(file.root, 'relatedLists')) {
    const name = textOf(list, 'relatedList') ?? '';
    const [childName = '', fieldName = ''] = name.split('.');
    if (!isCustomName(childName)) continue;
    const child = model.schema.findObject(childName);
    const field = child?.fields.get(fieldName.toLowerCase());
    if (!field?.referenceTo.includes(object.name))
      report(
        file,
        list,
        `There is no related list ${name} on ${object.name}: no such lookup leads to it. Correct <relatedList>.`
      );
    for (const column of childrenOf(list, 'fields')) {
      const text = column.text.trim();
      if (child && isCustomName(text) && !child.fields.has(text.toLowerCase()))
        report(file, column, `${childName} has no field ${text}. Remove the column, or correct its name.`);
    }
  }
  for (const action of [
    ...descendantsOf(file.root, 'platformActionListItems'),
    ...descendantsOf(file.root, 'quickActionListItems')
  ]) {
    const name = textOf(action, 'actionName') ?? textOf(action, 'quickActionName') ?? '';
    if (
      (textOf(action, 'actionType') ?? 'QuickAction') === 'QuickAction' &&
      name.startsWith(`${object.name}.`) &&
      !model.ofType('QuickAction').some((each) => each.name === name)
    )
      report(file, action, `There is no quick action ${name}. Add it, or remove the item.`);
  }
}
