/** What `query?columns=true` answers: names and types of the columns. The Salesforce CLI asks for it before it prints. */
import type { SoqlFieldExpression, SoqlQuery } from '../data/soql/ast';
import type { FieldSchema, OrgSchema } from '../schema/model';

interface Column {
  readonly columnName: string;
  readonly displayName: string;
  readonly aggregate: boolean;
  readonly apexType: string;
  readonly booleanType: boolean;
  readonly custom: boolean;
  readonly insertable: boolean;
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
  readonly foreignKeyName: string | null;
  readonly joinColumns: readonly Column[];
}

const NUMBER_TYPES = new Set(['int', 'long', 'double', 'currency', 'percent']);

/** The column metadata of a query. */
export function columnMetadata(schema: OrgSchema, query: SoqlQuery): unknown {
  let unnamed = 0;
  const columns = query.select.map((item): Column => {
    if (item.kind === 'subquery') {
      return {
        ...column(item.query.from.name, undefined),
        joinColumns: columnsOf(schema, item.query),
        aggregate: true
      };
    }
    if (item.kind === 'typeof') return column(item.relationship, undefined);
    if (item.kind === 'function')
      return {
        ...column(item.alias ?? `expr${unnamed++}`, undefined),
        aggregate: true,
        numberType: true,
        textType: false
      };
    return pathColumn(schema, query.from.name, item.path);
  });
  return {
    columnMetadata: columns,
    entityName: query.from.name,
    groupBy: query.groupBy.length > 0,
    idSelected: columns.some((c) => c.columnName === 'Id'),
    keyPrefix: schema.findObject(query.from.name)?.keyPrefix ?? null
  };
}

function columnsOf(schema: OrgSchema, query: SoqlQuery): Column[] {
  const fields = query.select.filter(
    (item): item is typeof item & SoqlFieldExpression & { kind: 'field' } => item.kind === 'field'
  );
  return fields.map((item) => column(item.path.join('.'), schema.findField(query.from.name, item.path[0] ?? '')));
}

/** `Owner.Name` is a column `Owner` with the join column `Name`. */
function pathColumn(schema: OrgSchema, objectName: string, path: readonly string[]): Column {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    const field = schema.findField(objectName, first);
    return column(field?.name ?? first, field);
  }
  const parent = schema.findParentField(objectName, first);
  const target = parent?.referenceTo[0] ?? '';
  return {
    ...column(parent?.relationshipName ?? first, undefined),
    foreignKeyName: parent?.name ?? null,
    joinColumns: [pathColumn(schema, target, rest)]
  };
}

function column(name: string, field: FieldSchema | undefined): Column {
  const isNumber = NUMBER_TYPES.has(field?.type ?? '');
  const isBoolean = field?.type === 'boolean';
  return {
    columnName: name,
    displayName: name,
    aggregate: false,
    apexType: field?.type ?? 'string',
    booleanType: isBoolean,
    custom: field?.isCustom ?? false,
    insertable: field?.isCreateable ?? false,
    numberType: isNumber,
    textType: !isNumber && !isBoolean,
    updatable: field?.isUpdateable ?? false,
    foreignKeyName: null,
    joinColumns: []
  };
}
