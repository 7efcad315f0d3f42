/**
 * Person accounts: an account with a last name is a person and keeps a contact, whose fields it shows as its own. The
 * contact is changed through the account only.
 */
import type { ObjectSchema } from '../../../schema/model';
import { contactFieldOf } from '../../../schema/standard/person-accounts';
import type { Row } from '../../store';
import type { Tables } from '../../tables';
import type { ObjectRules } from '../object-rules';
import { writeSystemRow } from '../system-rows';
import { fail } from '../work-item';

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

  /** People have first and last names, businesses one name. */
  validate(_tables, item) {
    const { draft, object, record } = item;
    if (!hasFeature(object)) return;
    const isPerson = draft['IsPersonAccount'] === true;
    const wrong = [...record.assignedFields].filter((name) =>
      isPerson ? name === 'Name' : contactFieldOf(name) !== null && (draft[name] ?? null) !== null
    );
    if (wrong.length > 0 && !record.isClone)
      fail(
        item,
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Account: bad field names on insert/update call: ${wrong.join(', ')}`,
        wrong
      );
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

/** The contact of a person account is part of it. Code that changes it meets the text of missing access. */
export const contactRules: ObjectRules = {
  validate(_tables, item) {
    if (item.old?.['IsPersonAccount'] === true)
      fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
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
