import { schemaObjectName, type MetadataModel, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { childOf, childrenOf, textOf } from '../xml';

/** Record types and field sets: the picklists, values, fields and compact layouts that they name exist. */
export const recordTypes: MetadataRule = {
  name: 'record-types',
  check(model, report) {
    for (const file of model.ofType('RecordType')) checkRecordType(model, file, report);
    for (const file of model.ofType('FieldSet')) {
      const object = model.schema.findObject(schemaObjectName(file.objectName ?? ''));
      for (const entry of [...childrenOf(file.root, 'displayedFields'), ...childrenOf(file.root, 'availableFields')]) {
        const name = textOf(entry, 'field') ?? '';
        if (object && !name.includes('.') && !object.fields.has(name.toLowerCase()))
          report(
            file,
            entry,
            `${object.name} has no field ${name}.${suggestion(
              name,
              Array.from(object.fields.values(), (field) => field.name)
            )}`
          );
      }
    }
  }
};

function checkRecordType(model: MetadataModel, file: ParsedFile, report: Report): void {
  const object = model.schema.findObject(schemaObjectName(file.objectName ?? ''));
  const layout = childOf(file.root, 'compactLayoutAssignment');
  const layouts = model.ofType('CompactLayout').filter((each) => each.objectName === file.objectName);
  if (layout && layout.text.trim() !== 'SYSTEM' && !layouts.some((each) => each.name === layout.text.trim()))
    report(file, layout, `There is no compact layout ${layout.text.trim()}. Add it, or write SYSTEM.`);
  if (!textOf(file.root, 'label')) report(file, file.root, 'The record type has no <label>. Add it.');
  for (const entry of childrenOf(file.root, 'picklistValues')) {
    const name = textOf(entry, 'picklist') ?? '';
    const field = object?.fields.get(name.toLowerCase());
    if (object && !field) report(file, entry, `${object.name} has no picklist ${name}. Correct <picklist>.`);
    const known = field?.picklistValues.map((value) => value.value) ?? [];
    for (const value of field?.isCustom ? childrenOf(entry, 'values') : []) {
      const text = decodeURIComponent(textOf(value, 'fullName') ?? '');
      if (!known.includes(text)) report(file, value, `"${text}" is no value of ${name}.${suggestion(text, known)}`);
    }
  }
}
