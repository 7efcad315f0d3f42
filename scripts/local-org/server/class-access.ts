/** Whether a user may run an Apex class: profile and permission sets say so. */
import type { OrgUser } from '../org';
import type { ServerContext } from './context';
import { RestError } from './errors';

/** @throws RestError 403 when neither the profile nor a permission set of the user grants the class */
export function requireClassAccess(context: ServerContext, user: OrgUser, className: string): void {
  if (context.org.database.accessOf(user.id).canUseClass(className)) return;
  throw new RestError(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${className}`);
}
