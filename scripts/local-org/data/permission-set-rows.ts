/** What permission sets grant that no metadata describes: those that tests insert, with their rows. */
import type { PermissionGrants } from '../schema/model';
import type { Row } from './store';
import type { Tables } from './tables';

/** The objects whose rows say what such a permission set grants. */
export const GRANT_TABLES = ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess'];

/** The grants of one permission set, from its rows. */
export function grantsOfRows(tables: Tables, set: Row): PermissionGrants {
  const rows = (objectName: string) =>
    tables
      .table(objectName)
      .find('ParentId', String(set['Id']))
      .filter((row) => row['IsDeleted'] !== true);
  const named = (entityType: string, nameField: string) =>
    rows('SetupEntityAccess').flatMap((row) => {
      const entity = tables.row((row['SetupEntityId'] as string | null | undefined) ?? null);
      const isOfType = entity !== null && tables.objectOfId(String(entity['Id']))?.name === entityType;
      return isOfType ? [String(entity[nameField]).toLowerCase()] : [];
    });
  return {
    name: String(set['Name']),
    label: String(set['Label']),
    grantsEverything: false,
    objects: new Map(rows('ObjectPermissions').map((row) => [lower(row, 'SobjectType'), objectGrant(row)])),
    fields: new Map(rows('FieldPermissions').map((row) => [lower(row, 'Field'), fieldGrant(row)])),
    classes: new Set(named('ApexClass', 'Name')),
    customPermissions: new Set(named('CustomPermission', 'DeveloperName')),
    userPermissions: new Set(userPermissions(set)),
    customMetadataTypes: new Set(),
    customSettings: new Set(),
    tabs: new Set()
  };
}

function objectGrant(row: Row) {
  return {
    create: row['PermissionsCreate'] === true,
    read: row['PermissionsRead'] === true,
    edit: row['PermissionsEdit'] === true,
    delete: row['PermissionsDelete'] === true,
    viewAll: row['PermissionsViewAllRecords'] === true,
    modifyAll: row['PermissionsModifyAllRecords'] === true
  };
}

function fieldGrant(row: Row) {
  return { read: row['PermissionsRead'] === true, edit: row['PermissionsEdit'] === true };
}

/** `PermissionsEditTask = true` on the set itself. */
function userPermissions(set: Row): string[] {
  const granted = Object.entries(set).filter(([name, value]) => name.startsWith('Permissions') && value === true);
  return granted.map(([name]) => name.slice('Permissions'.length).toLowerCase());
}

function lower(row: Row, field: string): string {
  return String(row[field] ?? '').toLowerCase();
}
