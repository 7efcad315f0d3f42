/** Which Apex type a run-time value has. */
import { apexTypeNameOf } from '../../data/value-types';
import { allPlatformTypes, PlatformEnumValue } from '../../library/registry';
import type { PlatformTypeDefinition } from '../../library/registry';
import { ApexList } from '../../library/system/List';
import { ApexMap } from '../../library/system/Map';
import { ApexSet } from '../../library/system/Set';
import { ApexException } from '../exceptions';
import { ApexEnumValue, ApexObject } from '../objects';

/** The name of a value's type: `String`, `List<Account>`, `Outer.Inner`, `Database.SaveResult`. Null has `null`. */
export function typeNameOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof ApexList) return `List<${value.elementType}>`;
  if (value instanceof ApexSet) return `Set<${value.elementType}>`;
  if (value instanceof ApexMap) return `Map<${value.keyType},${value.valueType}>`;
  if (value instanceof ApexException) return value.$exceptionName.replace(/^System\./, '');
  if (value instanceof ApexObject) return value.$type.name;
  if (value instanceof ApexEnumValue || value instanceof PlatformEnumValue)
    return value.typeName.replace(/^System\./, '');
  const known = apexTypeNameOf(value);
  if (known !== 'Object') return known;
  return definitionOfValue(value)?.name.replace(/^System\./, '') ?? 'Object';
}

const definitionByClass = new Map<unknown, PlatformTypeDefinition | undefined>();

/** The registered platform type of a library object: the one whose JavaScript class made it. */
export function definitionOfValue(value: unknown): PlatformTypeDefinition | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const { constructor } = value;
  if (!definitionByClass.has(constructor)) {
    const exact = allPlatformTypes().find((definition) => definition.jsClass === constructor);
    definitionByClass.set(
      constructor,
      exact ?? allPlatformTypes().find(({ jsClass }) => jsClass && value instanceof jsClass)
    );
  }
  return definitionByClass.get(constructor);
}
