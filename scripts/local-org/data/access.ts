/** What a user may do, as the rows of profile and permission set assignments say now. */
import { effectiveGrants } from '../schema/access';
import type { UserAccess } from '../schema/access';
import type { Tables } from './tables';

export function accessOf(tables: Tables, userId: string): UserAccess {
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
  return effectiveGrants(tables.schema, String(profile?.['Name'] ?? ''), names);
}

function idIn(row: Readonly<Record<string, unknown>> | null, field: string): string | null {
  return (row?.[field] as string | null | undefined) ?? null;
}
