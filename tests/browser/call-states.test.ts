/** The panel when something is missing, fails or may not be seen. */
import { findViolations } from './accessibility';
import { callWith, createLead } from './support/people';
import { DESKTOP, PHONE, TEST_TIMEOUT_MS, usePanel } from './support/panel';
import type { PageChoice } from './support/panel';

/** What an Apex method that throws answers. */
const FAILURE = { status: 500, json: { message: 'The org is busy.' } };
const LOOKS: readonly PageChoice[] = [
  { viewport: DESKTOP, theme: 'light' },
  { viewport: PHONE, theme: 'dark' }
];

describe('states of the panel', () => {
  const panel = usePanel();
  const part = (id: string) => panel.part(id);

  /** Has an Apex method of the controller answered by the test; the returned function hands it back to the org. */
  async function fail(method: string): Promise<() => Promise<void>> {
    const address = `**/apex/ThoughtlyCallPanelController.${method}`;
    await panel.page.route(address, (route) => route.fulfill(FAILURE));
    return () => panel.page.unroute(address);
  }

  async function openLeadWithCall(changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const person = await createLead(panel.org);
    expect(await panel.org.sendCall(callWith(person.phone, changes))).toBe(200);
    await panel.open('Lead', person.id);
  }

  it.each(LOOKS)(
    'loading shows stencils, and nothing at all an empty state (%j)',
    async (look) => {
      const person = await createLead(panel.org);
      await panel.newPage(look);
      let answer = (): void => {};
      const answered = new Promise<void>((resolve) => (answer = resolve));
      await panel.page.route('**/apex/*.getCalls', async (route) => {
        await answered;
        await route.continue();
      });
      await panel.open('Lead', person.id);
      await part('stencil').waitFor();
      expect(await part('stencil').innerText()).toContain('Loading');
      expect(await findViolations(panel.page)).toEqual([]);

      answer();
      await part('empty').waitFor();
      expect(await part('stencil').count()).toBe(0);
      expect(await findViolations(panel.page)).toEqual([]);
    },
    TEST_TIMEOUT_MS
  );

  it.each(LOOKS)(
    'a list that cannot be loaded says why and is tried again by keyboard, without losing the focus (%j)',
    async (look) => {
      await panel.newPage(look);
      const restore = await fail('getCalls');
      await openLeadWithCall();
      await part('error').waitFor();
      expect(await part('error-message').innerText()).toBe('The org is busy.');
      expect(await findViolations(panel.page)).toEqual([]);

      await restore();
      await panel.button('Try Again').press('Enter');
      await part('disposition').waitFor();
      await panel.page.locator('c-thoughtly-call-panel h2:focus').waitFor();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'a transcript or the steps that cannot be loaded leave the rest as it is',
    async () => {
      const restore = await fail('getCall');
      await fail('getOutcome');
      await openLeadWithCall();
      await part('transcript-error').waitFor();
      await part('steps-error').waitFor();
      expect(await part('summary').innerText()).toBe('A visit was booked.');
      expect(await findViolations(panel.page)).toEqual([]);

      await restore();
      await panel.button('Try Again').press('Enter');
      await panel.turn(2).waitFor();
    },
    TEST_TIMEOUT_MS
  );

  it(
    'a record that the reader may not see says no more than that',
    async () => {
      const person = await createLead(panel.org);
      await panel.org.sendCall(callWith(person.phone));
      await panel.page.route('**/apex/*.getCalls', (route) =>
        route.continue({ postData: JSON.stringify({ recordId: '00Q000000000999AAA' }) })
      );
      await panel.open('Lead', person.id);
      await part('error').waitFor();
      expect(await part('error-message').innerText()).toBe('This record does not exist, or you cannot see it.');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'a conversation without anything shows that it has nothing',
    async () => {
      await openLeadWithCall({
        call_summary: null,
        recording_url: null,
        transcript: [],
        variables: {},
        agent: null,
        start_time: null,
        end_time: null,
        duration_ms: null,
        direction: null
      });
      await part('no-summary').waitFor();
      await part('no-transcript').waitFor();
      expect(await part('disposition').innerText()).toContain('No disposition');
      expect(await panel.page.locator('audio').count()).toBe(0);
      expect(await panel.page.locator('c-thoughtly-call-panel').innerText()).not.toMatch(/null|undefined|NaN|Invalid/);
      expect(await findViolations(panel.page)).toEqual([]);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'a conversation that goes on says so',
    async () => {
      await openLeadWithCall({ status: 'IN_PROGRESS', end_time: null, duration_ms: null });
      await part('in-progress').waitFor();
    },
    TEST_TIMEOUT_MS
  );
});

describe('recordings that cannot be played', () => {
  const panel = usePanel();
  const part = (id: string) => panel.part(id);
  const ADDRESS = 'https://recordings.thoughtly.com/visit.mp3';

  async function openCallWithRecording(recordingUrl: string): Promise<void> {
    const person = await createLead(panel.org);
    expect(await panel.org.sendCall(callWith(person.phone, { recording_url: recordingUrl }))).toBe(200);
    await panel.open('Lead', person.id);
  }

  it.each(['http://recordings.thoughtly.com/a.mp3', 'data:audio/wav;base64,UklGRg==', 'javascript:window.hacked=true'])(
    'are not asked for at an address such as %s',
    async (address) => {
      const asked: string[] = [];
      panel.page.on('request', (request) => asked.push(request.url()));
      await openCallWithRecording(address);
      await part('step').first().waitFor();
      expect(await panel.page.locator('audio').count()).toBe(0);
      expect(await panel.page.locator(`[href="${address}"], [src="${address}"]`).count()).toBe(0);
      expect(asked).not.toContain(address);
      expect(await panel.page.evaluate(() => 'hacked' in window)).toBe(false);
    },
    TEST_TIMEOUT_MS
  );

  it.each([
    ['is gone (404)', ADDRESS, { status: 404, body: 'Not found' }, /cannot be played here/],
    ['is refused (403)', ADDRESS, { status: 403, body: 'Expired' }, /cannot be played here/],
    ['is no sound', ADDRESS, { contentType: 'text/html', body: '<html></html>' }, /cannot be played here/],
    ['has expired', `${ADDRESS}?Expires=1000000000`, { status: 403, body: 'Expired' }, /has expired/]
  ] as const)(
    'because the file %s, say why and link it',
    async (_case, address, answer, reason) => {
      await panel.newPage({ isServingRecordings: true });
      await panel.page.route(/visit\.mp3/, (route) => route.fulfill(answer));
      await openCallWithRecording(address);
      await part('failed').waitFor();
      expect(await part('failed').innerText()).toMatch(reason);
      expect(await part('open').getAttribute('href')).toBe(address);
      expect(await part('open').getAttribute('rel')).toMatch(/noopener|noreferrer/);
      expect(await findViolations(panel.page)).toEqual([]);
    },
    TEST_TIMEOUT_MS
  );

  it(
    'because the org does not trust the host, say so',
    async () => {
      await panel.newPage({ isServingRecordings: true });
      await panel.page.route('**/lightning/**', async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'content-security-policy': "media-src 'self'" };
        await route.fulfill({ response, headers });
      });
      await openCallWithRecording(ADDRESS);
      await part('failed').waitFor();
      expect(await part('failed').innerText()).toContain('This org does not trust the website of the recording');
    },
    TEST_TIMEOUT_MS
  );

  it(
    'yet say that they are loading',
    async () => {
      await panel.newPage({ isServingRecordings: true });
      await panel.page.route(/visit\.mp3/, () => new Promise<void>(() => {}));
      await openCallWithRecording(ADDRESS);
      await panel.button('Play recording').click();
      await part('buffering').filter({ hasText: /\S/ }).waitFor();
    },
    TEST_TIMEOUT_MS
  );
});

describe('hostile transcripts', () => {
  const panel = usePanel();
  const TEXTS = [
    '<img src=x onerror="window.hacked = true">',
    '<script>window.hacked = true</script>',
    '\u202eright to left\u202c مرحبا',
    '👩‍👩‍👧‍👦 emoji',
    '{{ 7 * 7 }} {!$User.Id} ${window.hacked = true}',
    'x'.repeat(100_000)
  ];

  it.each([DESKTOP, PHONE])(
    'are shown as text and break nothing (%j)',
    async (viewport) => {
      await panel.newPage({ viewport });
      const person = await createLead(panel.org);
      const transcript = [
        ...TEXTS.map((text, index) => ({ speaker: index % 2 ? 'user' : 'ai', text })),
        { speaker: null, text: 'Nobody said this' },
        { speaker: 'Robot 7', text: 'Somebody else did' },
        { speaker: 'user', text: null }
      ];
      const hostile = { transcript, call_summary: TEXTS[0], agent: { id: 'a', title: TEXTS[1] } };
      expect(await panel.org.sendCall(callWith(person.phone, hostile))).toBe(200);

      await panel.open('Lead', person.id);
      await panel.part('summary').waitFor();
      if (viewport === PHONE) await panel.button('Show transcript').click();
      await panel.turn(7).waitFor();
      const shown = await panel.page.locator('li[data-index] p').allTextContents();
      expect(shown.slice(0, 2)).toEqual(TEXTS.slice(0, 2));
      expect(shown[3]).toBe(TEXTS[3]);
      expect(shown).toContain('Nobody said this');
      expect(shown).toContain('Somebody else did');
      expect(await panel.part('summary').innerText()).toBe(TEXTS[0]);
      expect(await panel.page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(await panel.isTooWide()).toBe(false);
    },
    TEST_TIMEOUT_MS
  );
});
