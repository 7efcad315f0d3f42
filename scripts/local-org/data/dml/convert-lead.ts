/** Lead conversion: a Lead becomes an Account, a Contact and, unless declined, an Opportunity. */
import { ApexDate } from '../../library/system/Date';
import { runningUserTimeZone } from '../../library/running-user';
import { ApexException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import type { AccessMode, DmlError, DmlOptions } from '../api';
import type { OrgDatabase } from '../database';
import { SObjectValue } from '../sobject';
import type { Row } from '../store';
import { FIELDS, PERSON_FIELDS, personName } from './convert-lead-fields';
import type { FieldMapping } from './convert-lead-fields';
import { dmlException } from './errors';

/** What is asked for. Null ids and records: make new ones. */
export interface LeadConversion {
  readonly leadId: string | null;
  readonly accountId: string | null;
  readonly accountRecord: SObjectValue | null;
  readonly contactId: string | null;
  readonly contactRecord: SObjectValue | null;
  readonly opportunityId: string | null;
  readonly opportunityRecord: SObjectValue | null;
  readonly opportunityName: string | null;
  readonly ownerId: string | null;
  readonly convertedStatus: string | null;
  readonly doNotCreateOpportunity: boolean;
  readonly overwriteLeadSource: boolean;
  readonly bypassAccountDedupeCheck: boolean;
  readonly bypassContactDedupeCheck: boolean;
}

export interface LeadConversionOutcome {
  readonly leadId: string | null;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly isSuccess: boolean;
  readonly errors: readonly DmlError[];
}

/** Leads of one call (Apex Developer Guide, "Converting Leads"). */
const MOST_CONVERSIONS = 100;

type Options = { readonly allOrNone: boolean; readonly accessMode: AccessMode; readonly options?: DmlOptions };

const MONTHS_PER_QUARTER = 3;

/**
 * Converts each Lead in turn; with `allOrNone` the first failure undoes them all.
 *
 * @throws System.DmlException `ConvertLead failed. …` with `allOrNone`
 */
export function convertLeads(
  database: OrgDatabase,
  conversions: readonly LeadConversion[],
  options: Options
): LeadConversionOutcome[] {
  currentTransaction().limits.consume('dmlStatements', 1);
  if (conversions.length > MOST_CONVERSIONS) throw tooMany(conversions[0]?.leadId ?? null);
  const before = database.snapshot();
  const outcomes = conversions.map((conversion, index) => {
    const start = database.snapshot();
    const outcome = new Conversion(database, conversion, options).run();
    if (outcome.isSuccess) return outcome;
    database.restore(options.allOrNone ? before : start);
    const record = new SObjectValue('Lead');
    if (options.allOrNone)
      throw dmlException('convertLead', [{ index, id: conversion.leadId, record, errors: outcome.errors }]);
    return outcome;
  });
  return outcomes;
}

class Conversion {
  readonly #database: OrgDatabase;
  readonly #wish: LeadConversion;
  readonly #accessMode: AccessMode;
  readonly #options: DmlOptions | undefined;

  constructor(database: OrgDatabase, wish: LeadConversion, options: Options) {
    this.#database = database;
    this.#wish = wish;
    this.#accessMode = options.accessMode;
    this.#options = options.options;
  }

  run(): LeadConversionOutcome {
    const { leadId } = this.#wish;
    const lead = this.#database.tables.liveRow(leadId);
    const refusal = this.#refusal(lead);
    if (refusal || !lead)
      return this.#failure([refusal ?? error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')]);
    try {
      const { accountId, contactId } = this.#people(lead);
      const opportunityId = this.#opportunity(lead, accountId, contactId);
      this.#close(lead, { accountId, contactId, opportunityId });
      return { leadId, accountId, contactId, opportunityId, isSuccess: true, errors: [] };
    } catch (thrown) {
      const rows = thrown instanceof ApexException && 'rows' in thrown ? (thrown.rows as readonly DmlError[]) : null;
      if (!rows) throw thrown;
      return this.#failure(rows.map(errorOf));
    }
  }

  #refusal(lead: Row | null): DmlError | null {
    if (!lead) return error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    if (lead['IsConverted'] === true) return error('CANNOT_UPDATE_CONVERTED_LEAD', 'lead is already converted');
    const status = [...this.#database.tables.table('LeadStatus').rows()].find((row) =>
      [row['MasterLabel'], row['ApiName']].includes(this.#wish.convertedStatus)
    );
    if (status?.['IsConverted'] !== true)
      return error('INVALID_STATUS', `invalid convertedStatus: ${this.#wish.convertedStatus ?? 'null'}`);
    return null;
  }

  #failure(errors: readonly DmlError[]): LeadConversionOutcome {
    return {
      leadId: this.#wish.leadId,
      accountId: null,
      contactId: null,
      opportunityId: null,
      isSuccess: false,
      errors
    };
  }

  /** A Lead without a company becomes a person account, where the org has them. */
  #people(lead: Row): { accountId: string; contactId: string } {
    const { accountId, contactId } = this.#wish;
    const existing = this.#database.tables.row(accountId);
    const isPerson = existing ? existing['IsPersonAccount'] === true : this.#makesPerson(lead);
    if (isPerson) return this.#personAccount(lead);
    if (accountId !== null) this.#merge('Account', accountId, lead);
    const account =
      accountId ?? this.#insert(this.#fill(this.#wish.accountRecord ?? new SObjectValue('Account'), lead));
    if (contactId !== null) this.#merge('Contact', contactId, lead);
    return { accountId: account, contactId: contactId ?? this.#contact(lead, account) };
  }

  #makesPerson(lead: Row): boolean {
    const hasFeature = this.#database.tables.schema.features.has('PersonAccounts');
    return hasFeature && !lead['Company'] && this.#wish.contactId === null;
  }

  /** The contact of the account comes and goes with it. */
  #personAccount(lead: Row): { accountId: string; contactId: string } {
    const { tables } = this.#database;
    const given = this.#wish.accountRecord ?? new SObjectValue('Account');
    const accountId = this.#wish.accountId ?? this.#insert(this.#fill(given, lead, PERSON_FIELDS));
    if (this.#wish.accountId !== null) this.#merge('Account', accountId, lead, PERSON_FIELDS);
    return { accountId, contactId: tables.row(accountId)?.['PersonContactId'] as string };
  }

  #contact(lead: Row, accountId: string): string {
    const record = this.#fill(this.#wish.contactRecord ?? new SObjectValue('Contact'), lead);
    record.put('AccountId', accountId);
    return this.#insert(record);
  }

  /** Only empty fields of a record that exists already are filled, and the source when that is asked for. */
  #merge(objectName: 'Account' | 'Contact', id: string, lead: Row, mapping = FIELDS[objectName] ?? {}): void {
    const row = this.#database.tables.row(id);
    const record = new SObjectValue(objectName);
    for (const [field, value] of this.#mapped(objectName, lead, mapping)) {
      const isReplaced = this.#wish.overwriteLeadSource && field.endsWith('LeadSource');
      if (isReplaced || (row?.[field] ?? null) === null) record.put(field, value);
    }
    if ([...record.entries()].length === 0) return;
    record.put('Id', id);
    this.#save('update', record);
  }

  #opportunity(lead: Row, accountId: string, contactId: string): string | null {
    if (this.#wish.opportunityId !== null) return this.#wish.opportunityId;
    if (this.#wish.doNotCreateOpportunity) return null;
    const record = this.#fill(this.#wish.opportunityRecord ?? new SObjectValue('Opportunity'), lead);
    record.put('AccountId', accountId);
    if (record.peek('Name') === null)
      record.put('Name', this.#wish.opportunityName ?? lead['Company'] ?? `${String(lead['LastName'])}-`);
    if (record.peek('StageName') === null) record.put('StageName', this.#firstOpenStage());
    if (record.peek('CloseDate') === null) record.put('CloseDate', endOfQuarter());
    const id = this.#insert(record);
    const role = new SObjectValue('OpportunityContactRole');
    role.put('OpportunityId', id);
    role.put('ContactId', contactId);
    role.put('IsPrimary', true);
    this.#insert(role, false);
    return id;
  }

  /** The fields of the Lead that the given record does not set. */
  #fill(record: SObjectValue, lead: Row, mapping = FIELDS[record.objectName] ?? {}): SObjectValue {
    for (const [field, value] of this.#mapped(record.objectName, lead, mapping))
      if (!record.has(field)) record.put(field, value);
    const fields = this.#database.tables.schema.findObject(record.objectName)?.fields;
    const ownerId = this.#wish.ownerId ?? lead['OwnerId'];
    const isPerson = typeof ownerId === 'string' && this.#database.tables.objectOfId(ownerId)?.name === 'User';
    if (isPerson && fields?.has('ownerid') && !record.has('OwnerId')) record.put('OwnerId', ownerId);
    return record;
  }

  /** Fields of the same meaning, and those that the org maps. */
  *#mapped(objectName: string, lead: Row, mapping: FieldMapping): Generator<[string, unknown]> {
    const fields = this.#database.tables.schema.findObject(objectName)?.fields;
    for (const [name, value] of Object.entries(lead)) {
      if (value === null || value === undefined) continue;
      for (const target of [mapping[name] ?? [], this.#mappedByOrg(objectName, name, mapping)].flat()) {
        const field = fields?.get(target.toLowerCase());
        if (field?.isCreateable && field.formula === null) yield [field.name, value];
      }
    }
  }

  /** A person account takes what its contact would take. */
  #mappedByOrg(objectName: string, source: string, mapping: FieldMapping): string[] {
    const own = this.#database.tables.schema.leadConversion.filter(
      (each) => each.source.toLowerCase() === source.toLowerCase()
    );
    const isPerson = mapping === PERSON_FIELDS;
    return own.flatMap(({ objectName: target, target: field }) => {
      if (target === objectName) return [field];
      return isPerson && target === 'Contact' ? [personName(field)] : [];
    });
  }

  #insert(record: SObjectValue, isOfUser = true): string {
    this.#save('insert', record, isOfUser);
    return record.id as string;
  }

  #save(kind: 'insert' | 'update', record: SObjectValue, isOfUser = true): void {
    const { limits, isSharingEnforced } = currentTransaction();
    const used = limits.used('dmlStatements');
    this.#database.dml({
      kind,
      records: [record],
      accessMode: isOfUser ? this.#accessMode : 'system',
      isSharingEnforced,
      allOrNone: true,
      externalIdField: null,
      options: this.#optionsFor(record.objectName)
    });
    limits.consume('dmlStatements', used - limits.used('dmlStatements'));
  }

  #optionsFor(objectName: string): DmlOptions | undefined {
    const isBypassed =
      (objectName === 'Account' && this.#wish.bypassAccountDedupeCheck) ||
      (objectName === 'Contact' && this.#wish.bypassContactDedupeCheck);
    if (!isBypassed) return this.#options;
    return { ...this.#options, duplicateRules: { ...this.#options?.duplicateRules, isBypassed } };
  }

  #firstOpenStage(): string | null {
    const stages = [...this.#database.tables.table('OpportunityStage').rows()].sort(
      (a, b) => Number(a['SortOrder']) - Number(b['SortOrder'])
    );
    return (stages.find((row) => row['IsClosed'] !== true)?.['ApiName'] as string | undefined) ?? null;
  }

  /** Activities and campaign members follow, then the Lead is saved as converted: its update triggers see that. */
  #close(lead: Row, ids: { accountId: string; contactId: string; opportunityId: string | null }): void {
    const { tables } = this.#database;
    const leadId = lead['Id'] as string;
    for (const name of ['Task', 'Event']) {
      for (const row of tables.table(name).find('WhoId', leadId)) {
        const what = row['WhatId'] ?? ids.opportunityId ?? ids.accountId;
        tables.store.write(tables.table(name), row['Id'] as string, {
          ...row,
          WhoId: ids.contactId,
          WhatId: what,
          AccountId: ids.accountId
        });
      }
    }
    for (const row of tables.table('CampaignMember').find('LeadId', leadId)) {
      tables.store.write(tables.table('CampaignMember'), row['Id'] as string, {
        ...row,
        ContactId: ids.contactId,
        LeadOrContactId: ids.contactId
      });
    }
    const record = new SObjectValue('Lead');
    record.put('Id', leadId);
    record.put('Status', this.#wish.convertedStatus);
    this.#database.saveConverted(record, {
      IsConverted: true,
      ConvertedDate: ApexDate.at(currentTransaction().org.now(), runningUserTimeZone()),
      ConvertedAccountId: ids.accountId,
      ConvertedContactId: ids.contactId,
      ConvertedOpportunityId: ids.opportunityId
    });
  }
}

/** That more are refused is documented, the text is not. */
function tooMany(leadId: string | null): ApexException {
  const message = `record limit reached. cannot submit more than ${MOST_CONVERSIONS} records into this call`;
  const record = new SObjectValue('Lead');
  return dmlException('convertLead', [{ index: 0, id: leadId, record, errors: [error('LIMIT_EXCEEDED', message)] }]);
}

function endOfQuarter(): ApexDate {
  const today = ApexDate.at(currentTransaction().org.now(), runningUserTimeZone());
  const lastMonth = Math.ceil(today.month / MONTHS_PER_QUARTER) * MONTHS_PER_QUARTER;
  return ApexDate.of(today.year, lastMonth + 1, 0);
}

function errorOf({ statusCode, message, fields, duplicates }: DmlError): DmlError {
  return { statusCode, message, fields, ...(duplicates ? { duplicates } : {}) };
}

function error(statusCode: string, message: string): DmlError {
  return { statusCode, message, fields: [] };
}
