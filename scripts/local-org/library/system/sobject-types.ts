/** `getSObjectType` of ids and collections. In a file of its own, because tokens of objects build upon collections. */
import { currentTransaction } from '../../runtime/transaction';
import { extendPlatformType } from '../registry';
import { objectToken } from '../schema/tokens';
import type { SObjectTypeToken } from '../schema/tokens';
import type { ApexList } from './List';
import type { ApexMap } from './Map';

/** The token of an object; null for types that are no objects, and for `SObject`. */
function tokenOf(objectName: string): SObjectTypeToken | null {
  return currentTransaction().org.schema.findObject(objectName) ? objectToken(objectName) : null;
}

/** By the key prefix; null when no object has it. */
function objectOfId(id: string): SObjectTypeToken | null {
  const prefix = id.slice(0, 3);
  for (const object of currentTransaction().org.schema.objects.values()) {
    if (object.keyPrefix === prefix) return objectToken(object.name);
  }
  return null;
}

extendPlatformType('System.Id', { methods: { getSObjectType: objectOfId } });
extendPlatformType('System.List', { methods: { getSObjectType: (self: ApexList) => tokenOf(self.elementType) } });
extendPlatformType('System.Map', { methods: { getSObjectType: (self: ApexMap) => tokenOf(self.valueType) } });
