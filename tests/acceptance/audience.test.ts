/**
 * From Salesforce to Thoughtly: the guide's inbound mapping (step 2) and bidirectional sync (step 7), over real HTTP. The
 * folder `../support/audience` is what an admin adds: audiences, attributes, and a custom object.
 */
import { AudienceOrg, BASE, dialled, type Context, type Page, type Row } from '../support/audience-org';

jest.setTimeout(180_000);

let audiences: AudienceOrg;

beforeAll(async () => {
  audiences = await AudienceOrg.start();
});
afterAll(() => audiences.stop());

describe('step 2: the inbound mapping', () => {
  it.each([
    ['FirstName', 'Dana', 'first_name', 'Dana'],
    ['Phone', '(628) 555-0199', 'phone', '+16285550199'],
    ['LeadSource', 'Referral', 'lead_source', 'A friend'],
    ['State', 'CA', 'location', 'CA'],
    ['PostalCode', '94105', 'location', '94105'],
    ['Inquiry_Type__c', 'Solar quote', 'inquiry_type', 'Solar quote']
  ])('gives %s %j of a Lead as %s %j', async (field, stored, attribute, expected) => {
    const recordId = await audiences.newLead({ [field]: stored });
    const { status, body } = await audiences.context({ recordId });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      recordId,
      object: 'Lead',
      match: { method: 'Record Id', otherRecords: 0 },
      leftOut: []
    });
    expect(body.attributes[attribute]).toBe(expected);
  });

  it('gives the attributes of a Contact, found by a phone that is written in another way', async () => {
    const phone = audiences.nextPhone();
    const recordId = await audiences.org.create('Contact', {
      FirstName: 'Cora',
      LastName: 'Client',
      Phone: phone.replace(/\D/g, ''),
      LeadSource: 'Web Form',
      MailingPostalCode: '10001'
    });
    for (const written of [phone, dialled(phone), `1-${phone}`]) {
      const { status, body } = await audiences.context({ phone: written });
      expect(status).toBe(200);
      expect(body).toEqual({
        recordId,
        object: 'Contact',
        match: { method: 'Phone', otherRecords: 0 },
        attributes: {
          first_name: 'Cora',
          phone: dialled(phone),
          lead_source: 'Web Form',
          location: '10001',
          salesforce_id: recordId
        },
        lastCall: null,
        leftOut: []
      });
    }
  });

  it('gives null for what Salesforce does not know, so that an old value does not stay', async () => {
    const { body } = await audiences.context({ recordId: await audiences.newLead({ FirstName: null }) });
    expect(body.attributes).toMatchObject({ first_name: null, location: null, inquiry_type: null });
  });

  it('takes a plus sign that nobody encoded', async () => {
    const phone = audiences.nextPhone();
    const recordId = await audiences.newLead({ Phone: phone });
    const path = `${BASE}/context?phone=${dialled(phone)}`;
    expect((await audiences.follow<Context>(path)).body.recordId).toBe(recordId);
  });
});

describe('step 7: bidirectional sync', () => {
  it('lists the audiences, the own one in the place of the default', async () => {
    const { status, body } = await audiences.get<{ audiences: { name: string; label: string; url: string }[] }>(
      '/audiences'
    );
    expect(status).toBe(200);
    expect(body.audiences.map((audience) => audience.name)).toEqual([
      'Customers',
      'Everybody',
      'New_Web_Leads',
      'Patients',
      'People',
      'Secrets',
      'Way_Out',
      'Wrong_Field'
    ]);
    expect(body.audiences[2]).toMatchObject({ label: 'New Web Leads', url: `${BASE}/audiences/New_Web_Leads` });
  });

  it('imports only Leads with the status New and the source Web Form', async () => {
    const wanted = await audiences.newLead();
    const others = [
      await audiences.newLead({ Status: 'Working' }),
      await audiences.newLead({ LeadSource: 'Referral' }),
      await audiences.newLead({ DoNotCall: true }),
      await audiences.newLead({ Phone: null })
    ];
    const wordless = await audiences.newLead({ Phone: 'ask for Dana' });
    const page = await audiences.pageOf('New_Web_Leads', { limit: '500' });
    const ids = page.contacts.map((contact) => contact.recordId);
    expect(ids).toContain(wanted);
    for (const id of [...others, wordless]) expect(ids).not.toContain(id);
    expect(page.skipped.map((entry) => entry.recordId)).toEqual([wordless]);
  });

  it('closes the loop: a new Lead is called with full context, and the outcome goes to the same Lead', async () => {
    const phone = audiences.nextPhone();
    const recordId = await audiences.newLead({ Phone: phone, State: 'CA', Inquiry_Type__c: 'Solar quote' });

    const page = await audiences.pageOf('New_Web_Leads', { limit: '500' });
    expect(page).toMatchObject({ agentId: 'agent-qualify', tags: ['web', 'new'], callsAtOnce: 5 });
    const contact = page.contacts.find((item) => item.recordId === recordId);
    expect(contact).toEqual({
      recordId,
      phone: dialled(phone),
      attributes: {
        first_name: 'Dana',
        phone: dialled(phone),
        lead_source: 'Web Form',
        location: 'CA',
        inquiry_type: 'Solar quote',
        salesforce_id: recordId,
        rep: expect.stringMatching(/\w/)
      }
    });

    const before = await audiences.context({ phone: dialled(phone) });
    expect(before.body).toMatchObject({ recordId, lastCall: null, attributes: { inquiry_type: 'Solar quote' } });

    const call = {
      call_id: `loop-${recordId}`,
      status: 'COMPLETED',
      start_time: '2026-05-24T15:31:10.000Z',
      end_time: '2026-05-24T15:34:38.000Z',
      interview_id: page.agentId,
      contact: { phone_number: contact?.phone, attributes: contact?.attributes },
      call_summary: 'Owns the home, wants a quote.',
      variables: { disposition: 'Qualified', intent_score: 9, qualifying_answers: 'South roof.' }
    };
    const sent = await audiences.org.send<{ deliveries: { status: string; records: Row }[] }>(
      'POST',
      `${BASE}/calls?wait=true`,
      call,
      audiences.token
    );
    expect(sent.body.deliveries[0]).toMatchObject({ status: 'Succeeded', records: { lead: recordId } });
    const [lead] = await audiences.org.query(`SELECT Status, Call_Disposition__c FROM Lead WHERE Id = '${recordId}'`);
    expect(lead).toMatchObject({ Status: 'Working', Call_Disposition__c: 'Qualified' });

    const later = await audiences.pageOf('New_Web_Leads', { limit: '500' });
    expect(later.contacts.map((item) => item.recordId)).not.toContain(recordId);
    expect((await audiences.context({ phone: dialled(phone) })).body.lastCall).toMatchObject({
      callId: call.call_id,
      disposition: 'Qualified',
      intentScore: 9,
      summary: 'Owns the home, wants a quote.',
      qualifyingAnswers: 'South roof.',
      startedAt: '2026-05-24T15:31:10.000Z'
    });
  });

  it('takes custom objects, every type of field, and parents', async () => {
    const referrerPhone = audiences.nextPhone();
    const referrer = await audiences.org.create('Contact', { LastName: 'Referrer', Phone: referrerPhone });
    const patientPhone = audiences.nextPhone();
    const patient = await audiences.org.create('Patient__c', {
      Name: 'Pat',
      Phone__c: patientPhone,
      Born__c: '1980-02-29',
      Seen_At__c: '2026-05-24T15:31:10.000Z',
      Balance__c: 120.5,
      Visits__c: 3,
      Is_Insured__c: true,
      Story__c: '<p>Afraid of <b>drills</b>.</p>',
      Interests__c: 'TEETH;BITE',
      Referrer__c: referrer
    });
    const refusing = await audiences.org.create('Contact', {
      LastName: 'Referrer',
      Phone: audiences.nextPhone(),
      DoNotCall: true
    });
    const unreachable = await audiences.org.create('Patient__c', {
      Name: 'No',
      Is_Insured__c: true,
      Referrer__c: refusing
    });
    const other = await audiences.org.create('Patient__c', {
      Name: 'Other',
      Is_Insured__c: true,
      Referrer__c: referrer
    });
    const { contacts, skipped, leftOut } = await audiences.pageOf('Patients');
    expect(leftOut).toEqual([]);
    expect(skipped.map((entry) => entry.recordId)).toEqual([unreachable]);
    expect(contacts).toEqual([
      {
        recordId: patient,
        phone: dialled(patientPhone),
        attributes: {
          name: 'Pat',
          born: '1980-02-29',
          seen_at: '2026-05-24T15:31:10.000Z',
          balance: 120.5,
          visits: 3,
          insured: true,
          story: 'Afraid of drills.',
          interests: 'Whiter teeth, A better bite',
          referrer: 'Referrer',
          dentist: expect.stringMatching(/\w/)
        }
      },
      expect.objectContaining({ recordId: other, phone: dialled(referrerPhone) })
    ]);
    expect((await audiences.context({ recordId: patient })).body).toMatchObject({
      object: 'Patient__c',
      attributes: { name: 'Pat', balance: 120.5 },
      lastCall: null
    });
  });

  it('pages 2,500 Leads without gap or double, while records come and go', async () => {
    const ids = await audiences.insertBulk(2500);
    const seen: string[] = [];
    let path: string | null = `${BASE}/audiences/Everybody?limit=300`;
    let gone = '';
    let late = '';
    for (let pages = 0; path !== null; pages++) {
      const { status, body }: { status: number; body: Page } = await audiences.follow<Page>(path);
      expect(status).toBe(200);
      expect(body.contacts.length).toBeLessThanOrEqual(300);
      seen.push(...body.contacts.map((contact) => contact.recordId));
      path = body.next;
      if (pages === 1) {
        // One that was told, one that was not yet told, and one that is new.
        await audiences.remove('Lead', ids[10] ?? '');
        gone = ids[2000] ?? '';
        await audiences.remove('Lead', gone);
        [late = ''] = await audiences.insertBulk(1);
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(seen)).toEqual(new Set([...ids.filter((id) => id !== gone), late]));
  });
});

describe('hostile values', () => {
  it.each(["' OR Phone != null OR Phone = '", "4155559999') OR (Id != null", '%', '<script>', '../../calls'])(
    'finds nobody by the phone %j, and tells nothing',
    async (phone) => {
      await audiences.newLead();
      const { status, body } = await audiences.context({ phone });
      expect({ status, body }).toEqual({
        status: 404,
        body: { errors: [{ code: 'UNKNOWN_PERSON', message: expect.any(String) }] }
      });
    }
  );

  it.each(["00Q' OR Id != '", 'null', '-1', '00Q00000000000000Q\n'])('refuses the record id %j', async (recordId) => {
    expect((await audiences.context({ recordId })).status).toBeGreaterThanOrEqual(400);
    expect((await audiences.get<Page>('/audiences/Everybody', { after: recordId })).status).toBe(400);
  });

  it.each(['0', '-5', '1e3', '10 OFFSET 5', '10; DROP', '9'.repeat(40)])('refuses the limit %j', async (limit) => {
    const { status, body } = await audiences.get<Page>('/audiences/Everybody', { limit });
    expect({ status, code: body.errors?.[0]?.code }).toEqual({ status: 400, code: 'WRONG_LIMIT' });
  });

  it.each(['Nobody', 'Switched_Off', "Everybody' OR Name != '", 'Everybody%2F..%2FPatients', 'Default_New_Web_Leads'])(
    'knows no audience %j',
    async (name) => {
      const { status, body } = await audiences.get<Page>(`/audiences/${encodeURIComponent(name)}`);
      expect({ status, code: body.errors?.[0]?.code }).toEqual({ status: 404, code: 'UNKNOWN_AUDIENCE' });
    }
  );

  it('needs a phone or a record id', async () => {
    expect((await audiences.context({})).status).toBe(400);
    expect((await audiences.context({ phone: '' })).status).toBe(400);
  });

  it('lets no filter out of its parentheses', async () => {
    const { status, body } = await audiences.get<Page>('/audiences/Way_Out');
    expect(status).toBe(422);
    expect(body.errors?.[0]?.message).toMatch(/Thoughtly Audience Way_Out .* not opened/);
  });

  it('names the record and repeats the words of the platform when a filter is wrong', async () => {
    const { status, body } = await audiences.get<Page>('/audiences/Wrong_Field');
    expect(status).toBe(422);
    expect(body.errors?.[0]?.message).toMatch(/Wrong_Field .*Favourite_Colour__c.* Correct Filter__c/s);
  });
});

describe('access', () => {
  it('leaves out what the integration user may not read, and says why', async () => {
    const recordId = await audiences.newLead();
    expect((await audiences.context({ recordId })).body.attributes['lead_source']).toBe('Web Form');
    await audiences.revoke('Lead.LeadSource');
    const { status, body } = await audiences.context({ recordId });
    await audiences.grant('Lead.LeadSource');
    expect(status).toBe(200);
    expect(body.attributes).not.toHaveProperty('lead_source');
    expect(body.attributes).toHaveProperty('first_name', 'Dana');
    expect(body.leftOut).toEqual([
      {
        attribute: 'lead_source',
        field: 'Lead.LeadSource',
        message: 'The integration user may not read Lead.LeadSource.',
        remedy: expect.stringContaining('Thoughtly Integration')
      }
    ]);
    expect((await audiences.context({ recordId })).body.attributes['lead_source']).toBe('Web Form');
  });

  it('tells nobody of an audience whose filter asks what the user may not read', async () => {
    await audiences.newLead({ Rating: 'Hot' });
    const { status, body } = await audiences.get<Page>('/audiences/Secrets');
    expect(status).toBe(403);
    expect(body.errors?.[0]?.message).toContain('Lead.Rating');
    expect(body.contacts).toBeUndefined();
  });

  it('tells nobody at all when it cannot see who must not be called', async () => {
    await audiences.revoke('Lead.DoNotCall');
    const { status, body } = await audiences.get<Page>('/audiences/New_Web_Leads');
    await audiences.grant('Lead.DoNotCall');
    expect(status).toBe(403);
    expect(body.errors?.[0]?.message).toContain('Lead.DoNotCall');
  });

  it.each(['/context?phone=%2B14155550123', '/audiences', '/audiences/Everybody'])(
    'gives %s to nobody without the permission set, and to nobody without a token',
    async (path) => {
      expect((await audiences.org.send('GET', BASE + path, undefined, audiences.org.tokenOf('stranger'))).status).toBe(
        403
      );
      expect((await audiences.org.send('GET', BASE + path, undefined, 'stolen')).status).toBe(401);
    }
  );

  it('only reads', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/context', '/audiences/Everybody'])
        expect((await audiences.org.send(method, BASE + path, {}, audiences.token)).status).toBe(405);
    expect(
      await audiences.org.query(`SELECT Id FROM Thoughtly_Delivery__c WHERE Error_Code__c = 'UNEXPECTED'`)
    ).toEqual([]);
  });
});
