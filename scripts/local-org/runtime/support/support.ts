/** The object `$` that compiled code gets: everything it calls, in one place. */
import { enqueueFuture } from '../../library/async/future';
import '../../library/index';
import '../exception-types';
import './trigger-type';
import { ApexType } from '../../library/system/Type';
import { apexEquals } from '../../library/equality';
import { findPlatformType } from '../../library/registry';
import { callObjectMethod } from '../../library/schema/object-methods';
import { describeField, describeFieldSet, describeObject, fieldToken, objectToken } from '../../library/schema/tokens';
import { withDynamicBinds } from '../dynamic-binds';
import { nullPointerException } from '../exceptions';
import { ApexObject } from '../objects';
import { enterRunAs } from '../run-as';
import { currentTransaction } from '../transaction';
import { budget } from './budget';
import { caught } from './caught';
import { chunks, iterate, listGet, listSet, newArray, newList, newMap, newSet } from './collections';
import { dml, merge } from './dml';
import * as numbers from './numbers';
import * as platform from './platform-calls';
import {
  newSObject,
  queryCount,
  queryList,
  querySingle,
  querySingleOrNull,
  queryText,
  rowsToRecord,
  search
} from './queries';
import { enterSharing, leaveSharing } from './sharing';
import { compareStrings, sameText, stringToId, text } from './strings';
import { cast } from './type-tests';

/** Throws the NullPointerException of `null.member`. */
function npe(): never {
  throw nullPointerException();
}

/** The text of a custom label. */
function label(name: string): string {
  const found = currentTransaction().org.schema.labels.get(name.toLowerCase());
  if (found === undefined) throw new Error(`There is no custom label ${name}: add it to the labels of the source`);
  return found;
}

/** The JavaScript class that a user class of a platform base class extends. */
function platformBase(typeName: string): abstract new () => object {
  const found = findPlatformType(typeName)?.jsClass;
  if (!found) throw new Error(`The local org cannot extend ${typeName}: its definition has no jsClass`);
  return found;
}

/** The parts of `$` that are the same for all programs. A program adds those that know its types. */
export const sharedSupport = {
  ApexObject,
  platformBase,
  npe,
  label,
  caught,
  budget,
  enterSharing,
  leaveSharing,
  enterRunAs,
  enqueueFuture,
  withDynamicBinds,
  listGet,
  listSet,
  newList,
  newSet,
  newMap,
  newArray,
  chunks,
  iterate,
  imul: Math.imul,
  integerDivide: numbers.integerDivide,
  longDivide: numbers.longDivide,
  longShiftLeft: numbers.longShiftLeft,
  longShiftRight: numbers.longShiftRight,
  longShiftRightUnsigned: numbers.longShiftRightUnsigned,
  double: numbers.double,
  doubleDivide: numbers.doubleDivide,
  sameDouble: numbers.sameDouble,
  sameDecimal: numbers.sameDecimal,
  decimalLiteral: numbers.decimalLiteral,
  doubleLiteral: numbers.doubleLiteral,
  less: numbers.less,
  lessOrEqual: numbers.lessOrEqual,
  greater: numbers.greater,
  greaterOrEqual: numbers.greaterOrEqual,
  compareValues: numbers.compareValues,
  dateAdd: numbers.dateAdd,
  timeAdd: numbers.dateAdd,
  datetimeAdd: numbers.datetimeAdd,
  ...numbers.conversions,
  text,
  sameText,
  compareStrings,
  stringToId,
  equals: apexEquals,
  cast,
  typeToken: (name: string) => new ApexType(name),
  method: platform.method,
  staticMethod: platform.staticMethod,
  constructorOf: platform.constructorOf,
  getter: platform.getter,
  setter: platform.setter,
  staticGetter: platform.staticGetter,
  staticSetter: platform.staticSetter,
  platformConstant: platform.platformConstant,
  queryText,
  queryList,
  querySingle,
  querySingleOrNull,
  queryCount,
  rowsToRecord,
  search,
  newSObject,
  objectCall: callObjectMethod,
  objectToken,
  fieldToken,
  objectDescribe: describeObject,
  fieldDescribe: describeField,
  fieldSetDescribe: describeFieldSet,
  dml,
  merge
};
