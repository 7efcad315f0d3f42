import { basename, dirname } from 'node:path';
import type { FieldSchema } from '../../../local-org/schema/model';
import { isCustomName, type MetadataModel, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { childOf, childrenOf, descendantsOf, textOf, type XmlNode } from '../xml';

/** `Thoughtly_Call__c$Status__c`, `Thoughtly_Call__c.Lead__c$Name`, `Lead.Intent_Score__c`: the parts that are ours must exist. */
const CUSTOM_PART = /^\w+__c$/i;

/** Reports, report types and dashboards: what they read exists. Columns of the platform's own report types have names of their own and pass. */
export const reports: MetadataRule = {
  name: 'reports',
  check(model, report) {
    for (const type of model.ofType('ReportType')) checkReportType(model, type, report);
    for (const file of model.ofType('Report')) checkReport(model, file, report);
    for (const file of model.ofType('Dashboard')) checkDashboard(model, file, report);
    for (const type of ['Report', 'Dashboard']) checkFolders(model, type, report);
  }
};

function checkReportType({ schema }: MetadataModel, file: ParsedFile, report: Report): void {
  const base = childOf(file.root, 'baseObject');
  const object = schema.findObject(base?.text.trim() ?? '');
  if (!object) {
    report(
      file,
      base ?? file.root,
      `There is no object ${base?.text.trim() ?? ''} to report on. Correct <baseObject>.`
    );
    return;
  }
  let join = childOf(file.root, 'join');
  let table = object.name;
  const objects = new Map([[table.toLowerCase(), table]]);
  for (; join; join = childOf(join, 'join')) {
    const name = textOf(join, 'relationship') ?? '';
    const child = schema.findChildRelationship(objects.get(table.toLowerCase()) ?? '', name);
    if (!child) {
      report(file, join, `${objects.get(table.toLowerCase()) ?? ''} has no children ${name}. Correct <relationship>.`);
      return;
    }
    table = `${table}.${name}`;
    objects.set(table.toLowerCase(), child.childObject);
  }
  for (const column of descendantsOf(file.root, 'columns')) checkTypeColumn({ schema, objects, file, column, report });
  if (!textOf(file.root, 'category')) report(file, file.root, 'A report type needs a <category>.');
}

interface TypeColumn {
  readonly schema: MetadataModel['schema'];
  readonly objects: ReadonlyMap<string, string>;
  readonly file: ParsedFile;
  readonly column: XmlNode;
  readonly report: Report;
}

function checkTypeColumn({ schema, objects, file, column, report }: TypeColumn): void {
  const table = textOf(column, 'table') ?? '';
  const path = (textOf(column, 'field') ?? '').split('.');
  const object = objects.get(table.toLowerCase());
  if (object === undefined) {
    report(file, column, `The report type has no table ${table}.${suggestion(table, objects.values())}`);
    return;
  }
  const missing = missingStep(schema, object, path);
  if (missing) report(file, column, `${missing.object} has no field ${missing.name}. Correct <field>.`);
}

/** The first step of a path through lookups that leads nowhere. */
function missingStep(
  schema: MetadataModel['schema'],
  start: string,
  path: readonly string[]
): { readonly object: string; readonly name: string } | undefined {
  let object = start;
  for (const name of path) {
    const field = lookupOf(schema, object, name);
    if (!field) return { object, name };
    object = field.referenceTo[0] ?? object;
  }
  return undefined;
}

/** Reports call a lookup by its field or by its relationship: `Lead__c`, `Owner`. */
function lookupOf(schema: MetadataModel['schema'], object: string, name: string): FieldSchema | undefined {
  return (
    schema.findField(object, name) ??
    schema.findParentField(object, name) ??
    schema.findParentField(object, name.replace(/__c$/i, '__r'))
  );
}

function checkReport(model: MetadataModel, file: ParsedFile, report: Report): void {
  const type = childOf(file.root, 'reportType');
  const typeName = type?.text.trim() ?? '';
  const own = /^(\w+)__c$/i.exec(typeName)?.[1];
  if (own && !model.ofType('ReportType').some((each) => each.name.toLowerCase() === own.toLowerCase()))
    report(
      file,
      type,
      `There is no report type ${own}. Add reportTypes/${own}.reportType-meta.xml, or correct <reportType>.`
    );
  for (const part of typeName.split(/[$@]/).slice(1))
    if (CUSTOM_PART.test(part) && !model.schema.findObject(part))
      report(file, type, `There is no object ${part} to report on.`);
  const columns = [
    ...descendantsOf(file.root, 'columns'),
    ...descendantsOf(file.root, 'criteriaItems'),
    ...childrenOf(file.root, 'groupingsDown'),
    ...childrenOf(file.root, 'groupingsAcross')
  ];
  for (const node of columns) {
    const name =
      node.children.length === 0 ? node.text.trim() : (textOf(node, 'field') ?? textOf(node, 'column') ?? '');
    checkColumn(model, file, node, name, report);
  }
  for (const node of [...descendantsOf(file.root, 'sortColumn'), ...descendantsOf(file.root, 'dateColumn')])
    checkColumn(model, file, node, node.text.trim(), report);
  const isGrouped = childrenOf(file.root, 'groupingsDown').length > 0;
  const format = textOf(file.root, 'format');
  if (format === 'Tabular' && isGrouped)
    report(
      file,
      childOf(file.root, 'format'),
      'A tabular report has no groupings. Write Summary, or remove <groupingsDown>.'
    );
  if (format === 'Summary' && !isGrouped)
    report(file, childOf(file.root, 'format'), 'A summary report needs <groupingsDown>. Add it, or write Tabular.');
}

/** `Table$Field`, where the table is reached over children or lookups, or `Object.Field` of the platform's own report types. */
function checkColumn({ schema }: MetadataModel, file: ParsedFile, node: XmlNode, name: string, report: Report): void {
  const [tablePath = '', fieldPath] = name.includes('$')
    ? name.split('$')
    : [name.split('.')[0], name.split('.').slice(1).join('.')];
  const [first = '', ...steps] = tablePath.split('.');
  const isOurs = [first, ...steps, ...(fieldPath?.split('.') ?? [])].some((part) => /__[cr]$/i.test(part));
  if (!fieldPath || !isOurs) return;
  let object = schema.findObject(first)?.name;
  if (object === undefined && isCustomName(first))
    report(file, node, `There is no object ${first} for the column ${name}.`);
  for (const step of steps) {
    if (object === undefined) return;
    const next: string | undefined =
      schema.findChildRelationship(object, step)?.childObject ?? lookupOf(schema, object, step)?.referenceTo[0];
    if (next === undefined) report(file, node, `${object} has no children or lookup ${step} for the column ${name}.`);
    object = next;
  }
  const missing = object === undefined ? undefined : missingStep(schema, object, fieldPath.split('.'));
  if (missing) report(file, node, `${missing.object} has no field ${missing.name} for the column ${name}. Correct it.`);
}

function checkDashboard({ ofType }: MetadataModel, file: ParsedFile, report: Report): void {
  const known = ofType('Report').map((each) => `${basename(dirname(each.path))}/${each.name}`);
  for (const node of descendantsOf(file.root, 'report')) {
    const name = node.text.trim();
    if (!known.includes(name)) report(file, node, `There is no report ${name}.${suggestion(name, known)}`);
  }
  if (textOf(file.root, 'dashboardType') === 'SpecifiedUser' && !textOf(file.root, 'runningUser'))
    report(
      file,
      childOf(file.root, 'dashboardType'),
      'A dashboard of a specified user needs <runningUser>, who is different in each org. Write LoggedInUser.'
    );
  for (const node of file.root.children)
    if (node.name.endsWith('Color') && !/^#[0-9A-Fa-f]{6}$/.test(node.text.trim()))
      report(file, node, `"${node.text.trim()}" is no colour. Write it as #FFFFFF.`);
  const user = childOf(file.root, 'runningUser');
  if (user)
    report(
      file,
      user,
      'The <runningUser> is a user of one org. Remove it and write <dashboardType>LoggedInUser</dashboardType>.'
    );
}

/** Reports and dashboards stand in a folder that has its own description. */
function checkFolders({ ofType, files }: MetadataModel, type: string, report: Report): void {
  const folders = new Set(
    files
      .filter(
        (file) => file.type?.name === `${type}Folder` || file.path.endsWith(`.${type.toLowerCase()}Folder-meta.xml`)
      )
      .map((file) => file.name)
  );
  for (const file of ofType(type)) {
    const folder = basename(dirname(file.path));
    if (!folders.has(folder) && folder !== 'unfiled$public')
      report(
        file,
        undefined,
        `The folder ${folder} has no ${folder}.${type.toLowerCase()}Folder-meta.xml. Add it beside the folder.`
      );
  }
}
