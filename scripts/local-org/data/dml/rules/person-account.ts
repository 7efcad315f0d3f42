/** Person accounts: an account with a last name is a person and keeps a contact, whose fields it shows as its own. */
import type { ObjectSchema } from '../../../schema/model';
import { contactFieldOf } from '../../../schema/standard/person-accounts';
import type { Row } from '../../store';
import type { Tables } from '../../tables';
import type { ObjectRules } from '../object-rules';
import { writeSystemRow } from '../system-rows';

export const accountRules: ObjectRules = {
  prepare(tables, { draft, object, old }) {
    if (!hasFeature(object) || old || draft['RecordTypeId'] || !draft['LastName']) return;
    draft['RecordTypeId'] = personTypeId(tables);
  },

  /** What an account is, is settled when it is made. */
  derive(tables, { draft, object, old }) {
    if (!hasFeature(object)) return;
    draft['IsPersonAccount'] = old ? old['IsPersonAccount'] === true : draft['RecordTypeId'] === personTypeId(tables);
  },

  /** The contact follows its account; triggers on contacts do not run for it. */
  afterSave(tables, { draft, object, id }) {
    if (!hasFeature(object) || draft['IsPersonAccount'] !== true || id === null) return;
    const contactId = writeSystemRow(tables, 'Contact', {
      ...contactValues(tables, draft),
      ...(draft['PersonContactId'] ? { Id: draft['PersonContactId'] } : {}),
      AccountId: id
    });
    draft['PersonContactId'] = contactId;
    writeSystemRow(tables, object.name, { Id: id, PersonContactId: contactId });
  }
};

function hasFeature(object: ObjectSchema): boolean {
  return object.fields.has('ispersonaccount');
}

function personTypeId(tables: Tables): unknown {
  const types = tables.table('RecordType').find('DeveloperName', 'personaccount');
  return types.find((row) => row['SobjectType'] === 'Account')?.['Id'] ?? null;
}

function contactValues(tables: Tables, account: Row): Record<string, unknown> {
  const values: Record<string, unknown> = {
    IsPersonAccount: true,
    OwnerId: account['OwnerId'] ?? null,
    Name: account['Name'] ?? null
  };
  for (const [name, value] of Object.entries(account)) {
    const contactField = contactFieldOf(name);
    if (contactField !== null && tables.schema.findField('Contact', contactField)) values[contactField] = value;
  }
  return { ...values, Phone: account['Phone'] ?? null };
}
