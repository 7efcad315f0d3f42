/** Reads a static resource by name, for mocks and test data. */
import { newException } from '../../runtime/exceptions';
import { database } from '../database/operands';
import { ApexBlob } from '../system/Blob';

/** @throws System.IllegalArgumentException when there is none of that name */
export function staticResourceBody(name: string): ApexBlob {
  const rows = [...database().tables.table('StaticResource').rows()];
  const resource = rows.find((row) => String(row['Name']).toLowerCase() === name.toLowerCase());
  const body = resource?.['Body'];
  if (body instanceof ApexBlob) return body;
  throw newException('System.IllegalArgumentException', `Static Resource with name ${name} does not exist.`);
}
