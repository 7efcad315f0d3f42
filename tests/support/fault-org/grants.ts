/**
 * What Thoughtly_Integration grants, as rows of a permission set that tests can change: permission sets of the source
 * cannot be changed in a running local org. What rows cannot tell stays in a copy of the source without the rest.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const PERMISSION_SET_FILE = 'Thoughtly_Integration.permissionset-meta.xml';
/** Name of the permission set whose rows tests change; the class FaultsResource knows it, too. */
const GRANTED = 'Granted';
const ROOT = resolve(__dirname, '..', '..', '..');
const MOVED = ['fieldPermissions', 'objectPermissions', 'classAccesses', 'userPermissions'] as const;

/** Rights by the names that they have on rows. */
export type Rights = Readonly<Record<string, boolean>>;

export interface Grants {
  /** The permission set without what is granted by rows. */
  readonly rest: string;
  /** `Lead.Email` → whether it may be edited. */
  readonly isEditableByField: ReadonlyMap<string, boolean>;
  /** `Lead` → `{ PermissionsCreate: true, … }`. */
  readonly rightsByObject: ReadonlyMap<string, Rights>;
  /** Apex that makes the rows and gives them to the integration user. */
  readonly apex: string;
}

/** Reads the permission set of the package. */
export function readGrants(): Grants {
  let rest = readFileSync(join(ROOT, 'force-app', 'main', 'access', 'permissionsets', PERMISSION_SET_FILE), 'utf8');
  const blocks = new Map<string, string[]>();
  for (const name of MOVED) {
    const found: string[] = [];
    rest = rest.replace(new RegExp(`\\s*<${name}>([\\s\\S]*?)</${name}>`, 'g'), (_, block: string) => {
      found.push(block);
      return '';
    });
    blocks.set(name, found);
  }
  const fields = blocks.get('fieldPermissions') ?? [];
  const isEditableByField = new Map(fields.map((block) => [text(block, 'field'), isTrue(block, 'editable')]));
  const rightsByObject = new Map(
    (blocks.get('objectPermissions') ?? []).map((block) => [text(block, 'object'), rightsOf(block)])
  );
  const apex = apexOf(blocks, isEditableByField, rightsByObject);
  return { rest, isEditableByField, rightsByObject, apex };
}

function rightsOf(block: string): Rights {
  return {
    PermissionsCreate: isTrue(block, 'allowCreate'),
    PermissionsRead: isTrue(block, 'allowRead'),
    PermissionsEdit: isTrue(block, 'allowEdit'),
    PermissionsDelete: isTrue(block, 'allowDelete'),
    PermissionsViewAllRecords: isTrue(block, 'viewAllRecords'),
    PermissionsModifyAllRecords: isTrue(block, 'modifyAllRecords')
  };
}

function apexOf(
  blocks: ReadonlyMap<string, readonly string[]>,
  isEditableByField: ReadonlyMap<string, boolean>,
  rightsByObject: ReadonlyMap<string, Rights>
): string {
  const users = (blocks.get('userPermissions') ?? []).map((block) => `, Permissions${text(block, 'name')} = true`);
  const objects = [...rightsByObject].map(([object, rights]) => {
    const values = Object.entries(rights).map(([right, isGranted]) => `, ${right} = ${isGranted}`);
    return `new ObjectPermissions(ParentId = granted.Id, SobjectType = '${object}'${values.join('')})`;
  });
  const fields = [...isEditableByField].map(([field, isEditable]) => fieldPermission(field, isEditable));
  const classes = (blocks.get('classAccesses') ?? []).map((block) => `'${text(block, 'apexClass')}'`);
  return `
    PermissionSet granted = new PermissionSet(Name = '${GRANTED}', Label = 'Granted'${users.join('')});
    insert granted;
    List<SObject> rows = new List<SObject>{ ${[...objects, ...fields].join(',\n')} };
    for (ApexClass allowed : [SELECT Id FROM ApexClass WHERE Name IN (${classes.join(', ')})]) {
      rows.add(new SetupEntityAccess(ParentId = granted.Id, SetupEntityId = allowed.Id));
    }
    insert rows;
    User integration = [SELECT Id FROM User WHERE Username LIKE 'integration@%' LIMIT 1];
    insert new PermissionSetAssignment(PermissionSetId = granted.Id, AssigneeId = integration.Id);`;
}

function fieldPermission(field: string, isEditable: boolean): string {
  return `new FieldPermissions(ParentId = granted.Id, SobjectType = '${field.split('.')[0]}', Field = '${field}',
      PermissionsRead = true, PermissionsEdit = ${isEditable})`;
}

function text(block: string, element: string): string {
  return new RegExp(`<${element}>(.*?)</${element}>`).exec(block)?.[1] ?? '';
}

function isTrue(block: string, element: string): boolean {
  return text(block, element) === 'true';
}
