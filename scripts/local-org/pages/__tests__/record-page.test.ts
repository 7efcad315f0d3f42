import { layoutFor } from '../model/layout';
import { listPage, startPage } from '../model/list-page';
import { recordPage } from '../model/record-page';
import { LEAD_ID, TASK_ID, USER, sampleOrg } from './sample-org';

const LAYOUT = layoutFor('Lead', []);

describe('data of pages', () => {
  it('has the highlights, sections and activities of a record', () => {
    const page = recordPage(sampleOrg().dataFor(USER.id), 'Lead', LEAD_ID, LAYOUT);

    expect(page.title).toBe('Dana Ortiz');
    expect(page.highlights.find(({ name }) => name === 'Phone')).toMatchObject({
      kind: 'phone',
      value: '(415) 555-0123'
    });
    expect(page.sections.map(({ title }) => title)).toEqual(['Lead Information', 'Thoughtly', 'System Information']);
    expect(page.activities).toMatchObject([
      { subject: 'Thoughtly AI Call — Qualified', isCall: true, ownerName: 'Riley Reyes' }
    ]);
  });

  it('shows a reference by the name of the other record, with a link when it has a page', () => {
    const task = recordPage(sampleOrg().dataFor(USER.id), 'Task', TASK_ID, LAYOUT);
    expect(task.highlights.find(({ name }) => name === 'WhoId')).toMatchObject({
      text: 'Dana Ortiz',
      address: `/lightning/r/Lead/${LEAD_ID}/view`
    });
    expect(task.highlights.find(({ name }) => name === 'OwnerId')).toMatchObject({
      text: 'Riley Reyes',
      address: null
    });
  });

  it('leaves out fields that the user may not read', () => {
    const data = sampleOrg(['Lead.Phone', 'Lead.Intent_Score__c']).dataFor(USER.id);
    const names = recordPage(data, 'Lead', LEAD_ID, LAYOUT).sections.flatMap(({ fields }) =>
      fields.map(({ name }) => name)
    );
    expect(names).toContain('Email');
    expect(names).not.toContain('Phone');
    expect(names).not.toContain('Intent_Score__c');
  });

  it.each([
    ['Lead', '00Q000000000009AAA'],
    ['Lead', "x' OR Name != '"],
    ['Nothing__c', LEAD_ID],
    ['Opportunity', '006000000000001AAA']
  ])('answers 404 for %s %s', (object, id) => {
    expect(() => recordPage(sampleOrg().dataFor(USER.id), object, id, LAYOUT)).toThrow(
      expect.objectContaining({ status: 404 })
    );
  });

  it('lists records with their columns', () => {
    const list = listPage(sampleOrg().dataFor(USER.id), 'Lead');
    expect(list.rows).toMatchObject([{ name: 'Dana Ortiz', address: `/lightning/r/Lead/${LEAD_ID}/view` }]);
    expect(list.columns.map(({ name }) => name)).toContain('Call_Disposition__c');
  });

  it('starts with the objects that the user may read', () => {
    const names = startPage(sampleOrg().dataFor(USER.id)).map(({ objectApiName }) => objectApiName);
    expect(names).toContain('Lead');
    expect(names).not.toContain('Opportunity');
  });
});
