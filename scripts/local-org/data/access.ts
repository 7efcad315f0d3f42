/** What a user may do, as the rows of profile and permission set assignments say now. */
import { effectiveGrants } from '../schema/access';
import type { UserAccess } from '../schema/access';
import type { PermissionGrants } from '../schema/model';
import { GRANT_TABLES, grantsOfRows } from './permission-set-rows';
import type { Row } from './store';
import type { Tables } from './tables';

/** What a user's access follows from. */
const SOURCES = ['User', 'Profile', 'PermissionSet', 'PermissionSetGroup', 'PermissionSetAssignment', ...GRANT_TABLES];

interface KnownAccess {
  readonly revision: number;
  readonly accessByUser: Map<string, UserAccess>;
}

const knownByTables = new WeakMap<Tables, KnownAccess>();

export function accessOf(tables: Tables, userId: string): UserAccess {
  const revision = SOURCES.reduce((sum, name) => sum + tables.table(name).revision, 0);
  let known = knownByTables.get(tables);
  if (known?.revision !== revision) {
    known = { revision, accessByUser: new Map() };
    knownByTables.set(tables, known);
  }
  let access = known.accessByUser.get(userId);
  if (!access) {
    access = computeAccess(tables, userId);
    known.accessByUser.set(userId, access);
  }
  return access;
}

function computeAccess(tables: Tables, userId: string): UserAccess {
  const profile = tables.row(idIn(tables.row(userId), 'ProfileId'));
  const assignments = tables
    .table('PermissionSetAssignment')
    .find('AssigneeId', userId)
    .filter((row) => row['IsDeleted'] !== true);
  const names = assignments.flatMap((row) => {
    const set = tables.row(idIn(row, 'PermissionSetId'))?.['Name'];
    const group = tables.row(idIn(row, 'PermissionSetGroupId'))?.['DeveloperName'];
    return [set, group].filter((name) => typeof name === 'string');
  });
  return effectiveGrants(tables.schema, String(profile?.['Name'] ?? ''), names, insertedSets(tables, assignments));
}

/** Assigned permission sets that no metadata describes. */
function insertedSets(tables: Tables, assignments: readonly Row[]): PermissionGrants[] {
  const sets = assignments.map((row) => tables.row(idIn(row, 'PermissionSetId'))).filter((set) => set !== null);
  const isInserted = (set: Row) => !tables.schema.permissionSets.has(String(set['Name']).toLowerCase());
  return sets.filter(isInserted).map((set) => grantsOfRows(tables, set));
}

function idIn(row: Readonly<Record<string, unknown>> | null, field: string): string | null {
  return (row?.[field] as string | null | undefined) ?? null;
}
