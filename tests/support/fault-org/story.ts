/**
 * The story that is told with and without faults: who is in the org, and who calls. It writes nearly every field that
 * the sync knows.
 */

export type Row = Record<string, unknown>;

/** Where a person stands in the story. Each has a phone number and a call of that number. */
export const PEOPLE = {
  knownLead: 1,
  stranger: 2,
  client: 3,
  buyer: 4,
  refuser: 5,
  partner: 6,
  texter: 7,
  scoffer: 8
} as const;
/** Calls in the story: one of each person. */
export const CALLS = Object.keys(PEOPLE).length;

const NAMES = [
  'Ann Known',
  'New Caller',
  'Cy Client',
  'Bo Buyer',
  'Rae Refuser',
  'Pat Partner',
  'Tex Ter',
  'Sue Scoffer'
];
const VARIABLES: readonly Row[] = [
  { disposition: 'Qualified', intent_score: 8, qualifying_answers: 'Owns home; quote by Friday.' },
  { disposition: 'Appointment Booked', intent_score: 9, appointment_time: '2027-12-01T17:00:00Z' },
  { disposition: 'Callback Requested', intent_score: 5, callback_time: '2027-12-02T17:00:00Z' },
  { disposition: 'Ready To Buy', intent_score: 10, qualifying_answers: 'Wants to sign.', budget: 5000 },
  { disposition: 'Do Not Call', intent_score: 1 },
  { disposition: 'Qualified', intent_score: 7, appointment_time: '2027-12-03T17:00:00Z' },
  { disposition: 'Webinar Requested', intent_score: 4 },
  { disposition: 'Do Not Call', disqualification_reason: 'Has a supplier.' }
];

/**
 * Apex that makes everybody who is known before the calls, in two transactions, a minute apart: of two Leads with one number, the one
 * that was changed last is found.
 * @param repId who owns them
 */
export function peopleApex(repId: string): readonly string[] {
  const owner = `OwnerId = '${repId}'`;
  const phone = (person: number) => `Phone = '${phoneOf(person)}'`;
  const lead = (name: string, person: number) =>
    `new Lead(LastName = '${name}', Company = '${name} Homes', LeadSource = 'Web', ${phone(person)}, ${owner})`;
  return [
    `insert new Campaign(Name = 'Webinar', IsActive = true);
     insert new Account(Name = 'Partner Homes', ${owner});
     insert ${lead('Twin', PEOPLE.knownLead)};`,
    `insert new List<SObject>{
       ${lead('Known', PEOPLE.knownLead)},
       ${lead('Buyer', PEOPLE.buyer)},
       ${lead('Scoffer', PEOPLE.scoffer)},
       new Contact(LastName = 'Refuser', Mobile${phone(PEOPLE.refuser)}, ${owner}),
       new Contact(LastName = 'Client', ${phone(PEOPLE.client)}, ${owner}),
       new Contact(LastName = 'Partner', AccountId = [SELECT Id FROM Account].Id, ${phone(PEOPLE.partner)}, ${owner})
     };`
  ];
}

/** The calls of the story, in the order of the people. */
export function story(): Row[] {
  return VARIABLES.map((variables, index) => callOf(index + 1, variables));
}

/** A call of a person of the story, or of somebody with a higher number whom nobody knows. */
export function callOf(person: number, variables: Row, values: Row = {}): Row {
  return {
    event: 'call.completed',
    call_id: `story-${person}`,
    channel: person === PEOPLE.texter ? 'sms' : 'voice',
    direction: 'inbound',
    agent: { id: 'a1B2c3D4', title: 'Spring' },
    contact: { id: `story-contact-${person}`, name: NAMES[person - 1] ?? `Caller ${person}`, email: emailOf(person) },
    caller_number: phoneOf(person),
    status: 'COMPLETED',
    outcome: 'Talked',
    updated_at: '2026-05-24T15:35:00.000Z',
    version: 3,
    start_time: '2026-05-24T15:31:10.000Z',
    end_time: '2026-05-24T15:34:38.000Z',
    duration_ms: 208000,
    recording_url: `https://recordings.thoughtly.com/${person}.mp3`,
    call_summary: `What person ${person} said.`,
    transcript: [
      { speaker: 'ai', text: 'Hi, this is Maya.', timestamp: '2026-05-24T15:31:14Z' },
      { speaker: 'user', text: 'Hello, Maya.', timestamp: '2026-05-24T15:31:19Z' }
    ],
    variables,
    ...values
  };
}

/** What is told of a call while it goes on: no end, no summary, no outcome, and an older version. */
export function earlyOf(call: Row): Row {
  const later = new Set(['end_time', 'duration_ms', 'call_summary', 'variables', 'recording_url', 'outcome']);
  const early = Object.fromEntries(Object.entries(call).filter(([name]) => !later.has(name)));
  return { ...early, status: 'IN_PROGRESS', updated_at: '2026-05-24T15:31:30.000Z', version: 1 };
}

/** What is told of a call when its recording is ready: a newer version with a little more, whatever came before it. */
export function recordedOf(call: Row): Row {
  return {
    ...call,
    updated_at: '2026-05-24T15:40:00.000Z',
    version: 4,
    outcome: 'Recorded',
    recording_url: `${String(call['recording_url'])}?ready`
  };
}

/** What is told of a call later: a newer version with another outcome and more to read. */
export function laterOf(call: Row): Row {
  return {
    ...call,
    updated_at: '2026-05-24T15:45:00.000Z',
    version: 4,
    outcome: 'Corrected',
    call_summary: `${String(call['call_summary'])} Corrected.`,
    recording_url: `${String(call['recording_url'])}?later`,
    variables: { ...(call['variables'] as Row), intent_score: 6, qualifying_answers: 'Corrected answers.' }
  };
}

/** The email address of a person. */
export function emailOf(person: number): string {
  return `person-${person}@example.com`;
}

/** The phone number of a person, as Thoughtly sends it. */
export function phoneOf(person: number): string {
  return `+1415${2_000_000 + person}`;
}
