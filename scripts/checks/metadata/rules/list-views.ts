import type { ObjectSchema } from '../../../local-org/schema/model';
import { isCustomName, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { childOf, childrenOf, textOf, type XmlNode } from '../xml';

/** Columns that list views of all custom objects have, by the names that only list views use (Metadata API, ListView). */
const COLUMNS = new Set(
  'NAME OBJECT_ID CREATED_DATE LAST_UPDATE LAST_ACTIVITY CREATEDBY_USER CREATEDBY_USER.ALIAS UPDATEDBY_USER UPDATEDBY_USER.ALIAS OWNER OWNER.ALIAS OWNER.FIRST_NAME OWNER.LAST_NAME RECORDTYPE CURRENCY_ISO_CODE'.split(
    ' '
  )
);
/** `CREATEDBY_USER.FIRST_NAME` */
const PERSON = /^(OWNER|CREATEDBY_USER|UPDATEDBY_USER)\.(ALIAS|FIRST_NAME|LAST_NAME|NAME)$/i;
const BOOLEAN_TOKENS = /\b(AND|OR|NOT)\b|[()\s]/gi;

/** List views: columns and filters name fields that exist and that a list can show or filter by. */
export const listViews: MetadataRule = {
  name: 'list-views',
  check({ ofType, schema }, report) {
    for (const file of ofType('ListView')) {
      const object = schema.findObject(file.objectName ?? '');
      if (!object) {
        report(file, undefined, `There is no object ${file.objectName ?? ''} for this list view.`);
        continue;
      }
      for (const column of childrenOf(file.root, 'columns'))
        checkField(file, object, column, column.text.trim(), report);
      for (const filter of childrenOf(file.root, 'filters')) checkFilter(file, object, filter, report);
      checkLogic(file, report);
      if (textOf(file.root, 'filterScope') === 'Queue' && !textOf(file.root, 'queue'))
        report(file, childOf(file.root, 'filterScope'), 'A list view of a queue needs <queue>. Add it.');
    }
  }
};

function checkField(file: ParsedFile, object: ObjectSchema, node: XmlNode, name: string, report: Report): void {
  const field = object.fields.get(name.toLowerCase());
  const isOwn = isCustomName(object.name) || isCustomName(name);
  if (!field && isOwn && !COLUMNS.has(name.toUpperCase()) && !PERSON.test(name))
    report(
      file,
      node,
      `${object.name} has no column ${name}.${suggestion(name, [...COLUMNS, ...Array.from(object.fields.values(), (each) => each.name)])}`
    );
}

function checkFilter(file: ParsedFile, object: ObjectSchema, filter: XmlNode, report: Report): void {
  const name = textOf(filter, 'field') ?? '';
  const value = textOf(filter, 'value');
  const field = object.fields.get(name.toLowerCase());
  checkField(file, object, filter, name, report);
  if (!field) return;
  if (field.isLongText) report(file, filter, `${name} is a long text; list views cannot filter by it.`);
  if (field.type === 'boolean' && value !== undefined && !/^[01]$/.test(value))
    report(file, filter, `A filter by the checkbox ${name} has the value 1 or 0, not ${value}.`);
  if (
    field.type === 'picklist' &&
    field.isRestrictedPicklist &&
    value !== undefined &&
    /^(equals|notEqual)$/.test(textOf(filter, 'operation') ?? '')
  ) {
    const known = field.picklistValues.map((entry) => entry.value);
    for (const part of value.split(','))
      if (!known.includes(part.trim()))
        report(file, filter, `"${part.trim()}" is no value of ${name}.${suggestion(part.trim(), known)}`);
  }
}

/** `1 AND (2 OR 3)` names filters by their places. */
function checkLogic(file: ParsedFile, report: Report): void {
  const logic = childOf(file.root, 'booleanFilter');
  const count = childrenOf(file.root, 'filters').length;
  for (const place of logic?.text.replace(BOOLEAN_TOKENS, ' ').trim().split(/\s+/) ?? []) {
    if (Number(place) > count || Number(place) < 1 || Number.isNaN(Number(place)))
      report(file, logic, `<booleanFilter> names the filter ${place}, but there are ${count}.`);
  }
}
