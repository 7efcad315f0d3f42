/** Where Apex reads and writes records, and in which mode it says that it does. */
import type { BoundExpression } from '../../local-org/compiler/bound';
import { walk, type BoundNode } from './walk';

export interface DataAccess {
  readonly node: BoundNode;
  /** The statement that it stands in: a query has many lines, and its comment stands above all of them. */
  readonly statement: BoundNode;
  /** `query`, `insert`, `Database.update`, … */
  readonly what: string;
  readonly mode: 'user' | 'system' | 'enforced' | 'variable' | null;
}

const DATABASE_CALL =
  /^(?:insert|update|upsert|delete|undelete|merge|convertLead|query|queryWithBinds|countQuery|countQueryWithBinds|getQueryLocator|getQueryLocatorWithBinds|getCursor|getCursorWithBinds)(?=\()/i;

/** All queries, DML statements and calls of Database below a node. */
export function dataAccessesOf(root: unknown): readonly DataAccess[] {
  const found: DataAccess[] = [];
  walk(root, (node, statement) => {
    const access = accessOf(node);
    if (access) found.push({ ...access, node, statement });
  });
  return found;
}

function accessOf(node: BoundNode): Pick<DataAccess, 'what' | 'mode'> | undefined {
  switch (node.kind) {
    case 'soql':
      return { what: 'query', mode: modeOfClause(node.query.with) };
    case 'sosl':
      return {
        what: 'search',
        mode: modeOfClause(
          /\bWITH\s+(USER_MODE|SYSTEM_MODE|SECURITY_ENFORCED)\b/i.exec(node.text)?.[1]?.toUpperCase() ?? null
        )
      };
    case 'dml':
      return { what: node.operation, mode: node.accessMode };
    case 'platformCall': {
      const name = DATABASE_CALL.exec(node.signature)?.[0];
      const isSearch = node.typeName === 'System.Search' && /^(query|find)\(/i.test(node.signature);
      if ((node.typeName !== 'System.Database' || !name) && !isSearch) return undefined;
      // `insertImmediate` and the like write to external objects and know no mode.
      return { what: isSearch ? 'Search.query' : `Database.${name ?? ''}`, mode: modeOfArguments(node.arguments) };
    }
    default:
      return undefined;
  }
}

function modeOfClause(clause: string | null): DataAccess['mode'] {
  if (clause === 'USER_MODE') return 'user';
  if (clause === 'SYSTEM_MODE') return 'system';
  return clause === null ? null : 'enforced';
}

function modeOfArguments(values: readonly BoundExpression[]): DataAccess['mode'] {
  const mode = values.find((value) => value.type.kind === 'platform' && value.type.name === 'System.AccessLevel');
  if (!mode) return null;
  if (mode.kind !== 'platformProperty' || mode.receiver !== null) return 'variable';
  return mode.name.toUpperCase() === 'SYSTEM_MODE' ? 'system' : 'user';
}
