/** User mode for queries: every object and field that a query reads must be readable, those of WHERE and ORDER BY too. */
import type { UserAccess } from '../../schema/access';
import type { CompiledQuery } from './compile';
import { inaccessible, noSuchColumn, noSuchObject, queryException } from './errors';

/**
 * @throws System.QueryException with the inaccessible fields of each object
 */
export function requireReadable(access: UserAccess, compiled: CompiledQuery, isSecurityEnforced: boolean): void {
  if (access.isUnlimited) return;
  const refused = new Map<string, string[]>();
  for (const object of [compiled.object, ...compiled.children.map((child) => child.object)]) {
    if (!access.canObject(object, 'read'))
      throw inaccessible(noSuchObject(object.name), new Map([[object.name, ['Id']]]));
  }
  for (const { object, field } of compiled.uses) {
    if (access.canObject(object, 'read') && access.canField(object, field, 'read')) continue;
    const fields = refused.get(object.name) ?? [];
    if (!fields.includes(field.name)) refused.set(object.name, [...fields, field.name]);
  }
  const [first] = refused;
  if (!first) return;
  const [object, [field]] = first as [string, [string]];
  const error = isSecurityEnforced
    ? queryException('Insufficient permissions: secure query included inaccessible field')
    : noSuchColumn(field, object);
  throw inaccessible(error, refused);
}
