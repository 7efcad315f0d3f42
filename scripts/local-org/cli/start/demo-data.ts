/** A few people and companies to try the package with. */
import { SObjectValue } from '../../data/sobject';
import { ApexDate } from '../../library/system/Date';
import { Decimal } from '../../library/system/Decimal';
import type { LocalOrg } from '../../org';

type Values = Readonly<Record<string, unknown>>;

/** How many records of each object were made. */
export type DemoCounts = Readonly<Record<string, number>>;

const ACCOUNTS: readonly Values[] = [
  { Name: 'Bluebird Bakery', Phone: '(510) 555-0170', Industry: 'Food & Beverage' },
  { Name: 'Harbor Dental Group', Phone: '+1 628 555 0135', Industry: 'Healthcare' }
];

/** Owned by the sales representative. Dana is the person of the sample payloads. */
const LEADS: readonly Values[] = [
  {
    FirstName: 'Dana',
    LastName: 'Ortiz',
    Company: 'Ortiz Family Home',
    Phone: '(415) 555-0123',
    Email: 'dana.ortiz@example.com',
    LeadSource: 'Web'
  },
  {
    FirstName: 'Marcus',
    LastName: 'Bell',
    Company: 'Bell Roofing',
    Phone: '415.555.0188',
    Email: 'marcus.bell@example.com',
    LeadSource: 'Phone Inquiry'
  },
  {
    FirstName: 'Yuki',
    LastName: 'Tanaka',
    Company: 'Tanaka Design',
    MobilePhone: '+1 650 555 0142',
    Email: 'yuki.tanaka@example.com',
    LeadSource: 'Partner Referral'
  },
  {
    FirstName: 'Priya',
    LastName: 'Raman',
    Company: 'Raman Logistics',
    Phone: '2125550199',
    Email: 'priya.raman@example.com',
    LeadSource: 'Web'
  }
];

const CONTACTS: readonly (Values & { readonly account: number })[] = [
  {
    account: 0,
    FirstName: 'Elena',
    LastName: 'Marsh',
    Phone: '(510) 555-0171',
    Email: 'elena.marsh@example.com',
    Title: 'Owner'
  },
  {
    account: 1,
    FirstName: 'Omar',
    LastName: 'Haddad',
    MobilePhone: '628-555-0136',
    Email: 'omar.haddad@example.com',
    Title: 'Practice Manager'
  }
];

/** Inserts the demo records as the administrator, with triggers and validation rules. Throws what refuses them. */
export function seedDemoData(org: LocalOrg): DemoCounts {
  return org.execute(org.user('admin').id, 'synchronous', () => {
    const ownerId = org.user('rep').id;
    const own = (values: Values) => ({ ...values, OwnerId: ownerId });
    const accounts = insert(org, 'Account', ACCOUNTS.map(own));
    const leads = insert(org, 'Lead', LEADS.map(own));
    const contacts = insert(
      org,
      'Contact',
      CONTACTS.map(({ account, ...values }) => own({ ...values, AccountId: accounts[account] }))
    );
    const opportunities = insert(org, 'Opportunity', [
      own({
        Name: 'Bluebird Bakery — solar for the new shop',
        AccountId: accounts[0],
        StageName: 'Prospecting',
        CloseDate: closeDate(org),
        Amount: Decimal.parse('48000')
      })
    ]);
    return {
      Account: accounts.length,
      Lead: leads.length,
      Contact: contacts.length,
      Opportunity: opportunities.length
    };
  });
}

function insert(org: LocalOrg, objectName: string, rows: readonly Values[]): string[] {
  const records = rows.map((values) => {
    const record = new SObjectValue(objectName);
    for (const [name, value] of Object.entries(values)) record.put(name, value);
    return record;
  });
  const outcomes = org.database.dml({
    kind: 'insert',
    records,
    accessMode: 'system',
    isSharingEnforced: false,
    allOrNone: true,
    externalIdField: null
  });
  return outcomes.map(({ id, errors }) => {
    if (id === null || errors.length > 0)
      throw new Error(
        `The demo ${objectName} was refused: ${errors.map((error) => error.message).join('; ')}. Start with --seed none to go without demo data.`
      );
    return id;
  });
}

/** Two months from now. */
function closeDate(org: LocalOrg): ApexDate {
  const now = new Date(org.now());
  return new ApexDate(now.getUTCFullYear(), now.getUTCMonth() + 1, 1).addMonths(2);
}
