/** Rows that tell what permission sets grant: `ObjectPermissions`, `FieldPermissions`, `CustomPermission`, `SetupEntityAccess`. */
import type { PermissionGrants } from '../schema/model';
import { writeSystemRow } from './dml/system-rows';
import type { Tables } from './tables';

/** Needs the rows of permission sets. Grants themselves are read from the metadata, not from these rows. */
export function seedPermissionRows(tables: Tables): void {
  const customPermissionIds = seedCustomPermissions(tables);
  for (const grants of tables.schema.permissionSets.values()) {
    const [set] = tables.table('PermissionSet').find('Name', grants.name.toLowerCase());
    if (typeof set?.['Id'] !== 'string') continue;
    const parent = { ParentId: set['Id'] };
    seedObjects(tables, grants, parent);
    seedFields(tables, grants, parent);
    for (const name of grants.customPermissions) {
      const id = customPermissionIds.get(name);
      if (id)
        writeSystemRow(tables, 'SetupEntityAccess', {
          ...parent,
          SetupEntityId: id,
          SetupEntityType: 'CustomPermission'
        });
    }
  }
}

/** Ids by name in lower case. */
function seedCustomPermissions(tables: Tables): Map<string, string> {
  const { customPermissions } = tables.schema;
  const write = (name: string, label: string) =>
    writeSystemRow(tables, 'CustomPermission', { DeveloperName: name, MasterLabel: label, Language: 'en_US' });
  return new Map([...customPermissions].map(([key, { name, label }]) => [key, write(name, label)]));
}

interface Parent {
  readonly ParentId: string;
}

function seedObjects(tables: Tables, grants: PermissionGrants, parent: Parent): void {
  for (const [key, grant] of grants.objects) {
    const object = tables.schema.findObject(key);
    if (!object) continue;
    writeSystemRow(tables, 'ObjectPermissions', {
      ...parent,
      SobjectType: object.name,
      PermissionsCreate: grant.create,
      PermissionsRead: grant.read,
      PermissionsEdit: grant.edit,
      PermissionsDelete: grant.delete,
      PermissionsViewAllRecords: grant.viewAll,
      PermissionsModifyAllRecords: grant.modifyAll
    });
  }
}

function seedFields(tables: Tables, grants: PermissionGrants, parent: Parent): void {
  for (const [path, grant] of grants.fields) {
    const [objectName = '', fieldName = ''] = path.split('.');
    const object = tables.schema.findObject(objectName);
    const field = object?.fields.get(fieldName);
    if (!object || !field) continue;
    writeSystemRow(tables, 'FieldPermissions', {
      ...parent,
      SobjectType: object.name,
      Field: `${object.name}.${field.name}`,
      PermissionsRead: grant.read,
      PermissionsEdit: grant.edit
    });
  }
}
