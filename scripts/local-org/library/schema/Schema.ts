/** `System.Schema`: describes of objects by name, and of all objects. */
import { newException } from '../../runtime/exceptions';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import { NameMap } from './name-map';
import { currentSchema } from './running-user';
import { describeObject, objectToken } from './tokens';

/** At most so many objects in one call (Apex Reference, describeSObjects). */
const MAXIMUM_DESCRIBES = 100;

function getGlobalDescribe(): NameMap {
  const schema = currentSchema();
  const listed = [...schema.objects.values()].filter(
    (object) => object.name !== 'AggregateResult' && object.name !== 'Name'
  );
  const findOther = (name: string) => (schema.findObject(name) ? objectToken(name) : null);
  return new NameMap(
    'Schema.SObjectType',
    listed.map((object) => [object.name, objectToken(object.name)]),
    findOther
  );
}

function describeSObjects(names: ApexList | null): ApexList {
  if (names === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  if (names.items.length > MAXIMUM_DESCRIBES)
    throw newException(
      'System.InvalidParameterValueException',
      `Maximum number of describes exceeded: ${MAXIMUM_DESCRIBES}`
    );
  return new ApexList(
    'Schema.DescribeSObjectResult',
    names.items.map((name) => describeObject(String(name)))
  );
}

platformType({
  name: 'System.Schema',
  statics: {
    'getGlobalDescribe/0': getGlobalDescribe,
    describeSObjects
  }
});
