/** `System.Search`: SOSL. */
import { currentTransaction } from '../../runtime/transaction';
import { nullPointerException } from '../../runtime/exceptions';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import { AccessLevelValue } from './AccessLevel';
import { database } from './operands';

function query(text: string | null, access: unknown = null): ApexList {
  if (text === null) throw nullPointerException();
  const accessMode = access instanceof AccessLevelValue ? access.mode : 'system';
  const { isSharingEnforced } = currentTransaction();
  const results = database().search(text, { accessMode, isSharingEnforced });
  return new ApexList(
    'List<SObject>',
    results.map(({ objectName, records }) => new ApexList(objectName, records))
  );
}

platformType({ name: 'System.Search', statics: { query } });
