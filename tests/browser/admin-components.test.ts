/** An admin's own components and Lightning pages, deployed over the package with `--with`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/local-org/pages/browser/chromium';
import { startOrgProcess } from '../../scripts/local-org/pages/browser/org-process';
import type { OrgProcess } from '../../scripts/local-org/pages/browser/org-process';
import { callWith } from './support/people';

const TIMEOUT_MS = 120_000;

const PAGE = `<?xml version="1.0" encoding="UTF-8"?>
<FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">
  <flexiPageRegions>
    <itemInstances><componentInstance>
      <componentInstanceProperties><name>greeting</name><value>Welcome</value></componentInstanceProperties>
      <componentName>leadGreeting</componentName><identifier>leadGreeting</identifier>
    </componentInstance></itemInstances>
    <name>main</name><type>Region</type>
  </flexiPageRegions>
  <masterLabel>Own Lead Page</masterLabel><sobjectType>Lead</sobjectType>
  <template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>
</FlexiPage>`;

/** The package's panel on a page of the admin's own, with design attributes. */
function panelPage(object: string, attributes: Readonly<Record<string, string>>): string {
  const properties = Object.entries(attributes).map(
    ([name, value]) =>
      `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">
  <flexiPageRegions>
    <itemInstances><componentInstance>
      ${properties.join('\n      ')}
      <componentName>thoughtlyCallPanel</componentName><identifier>thoughtlyCallPanel</identifier>
    </componentInstance></itemInstances>
    <name>main</name><type>Region</type>
  </flexiPageRegions>
  <masterLabel>Own ${object} Page</masterLabel><sobjectType>${object}</sobjectType>
  <template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>
</FlexiPage>`;
}

const COMPONENT = `import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import NAME from '@salesforce/schema/Lead.Name';
export default class LeadGreeting extends LightningElement {
  @api recordId;
  @api greeting;
  @wire(getRecord, { recordId: '$recordId', fields: [NAME] }) record;
  get text() {
    return this.greeting + ' ' + (getFieldValue(this.record.data, NAME) ?? '');
  }
  handleClick() {
    this.dispatchEvent(new ShowToastEvent({ title: 'Greeted', message: this.text, variant: 'success' }));
  }
}
`;

const TEMPLATE =
  '<template><p data-id="greeting">{text}</p><lightning-button label="Greet" onclick={handleClick}></lightning-button></template>';

describe('components of an admin', () => {
  let org: OrgProcess;
  let browser: Browser;
  let page: Page;
  let source: string;

  const write = (name: string, text: string): void => {
    const file = path.join(source, 'main', 'default', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };

  beforeAll(async () => {
    source = fs.mkdtempSync(path.join(os.tmpdir(), 'admin-'));
    write('flexipages/Own_Lead_Page.flexipage-meta.xml', PAGE);
    write(
      'flexipages/Own_Contact_Page.flexipage-meta.xml',
      panelPage('Contact', { cardTitle: 'Our Talks', numberOfCalls: '2' })
    );
    write(
      'flexipages/Own_Account_Page.flexipage-meta.xml',
      panelPage('Account', {
        hideHistory: 'true',
        hideRecording: 'true',
        hideTranscript: 'true',
        hideSyncSteps: 'true',
        liveUpdates: 'Off'
      })
    );
    write('lwc/leadGreeting/leadGreeting.js', COMPONENT);
    write('lwc/leadGreeting/leadGreeting.html', TEMPLATE);
    [org, browser] = await Promise.all([startOrgProcess(['--with', source, '--send', 'none']), launchChromium()]);
    page = await browser.newPage();
    page.setDefaultTimeout(20_000);
  }, TIMEOUT_MS);

  afterAll(async () => {
    await browser?.close();
    await org?.stop();
    fs.rmSync(source, { recursive: true, force: true });
  });

  async function open(object: string, name: string): Promise<void> {
    const [record] = await org.query(`SELECT Id FROM ${object} WHERE Name = '${name}'`);
    await page.goto(`${org.url}/lightning/r/${object}/${String(record?.['Id'])}/view`);
  }

  const openLead = (): Promise<void> => open('Lead', 'Dana Ortiz');

  it(
    'run on the page that places them, with its design attributes, record data and toasts',
    async () => {
      await openLead();
      await page.locator('[data-id="greeting"]', { hasText: 'Welcome Dana Ortiz' }).waitFor();

      await page.getByRole('button', { name: 'Greet' }).click();

      await page.locator('lightning-toast', { hasText: 'Greeted' }).waitFor();
    },
    TIMEOUT_MS
  );

  it(
    'are refused with number, place and name when they ask for what there is not, and built again when corrected',
    async () => {
      write(
        'lwc/leadGreeting/leadGreeting.html',
        '<template><lightning-record-form></lightning-record-form></template>'
      );
      await openLead();
      expect(await page.locator('main').innerText()).toMatch(
        /leadGreeting\.html:1 PAGE101 c\/leadGreeting uses <lightning-record-form>/
      );

      write('lwc/leadGreeting/leadGreeting.html', TEMPLATE);
      await page.reload();
      await page.locator('[data-id="greeting"]', { hasText: 'Welcome Dana Ortiz' }).waitFor();
    },
    TIMEOUT_MS
  );

  it(
    'may set each design attribute of the call panel',
    async () => {
      for (const day of ['01', '02', '03']) {
        const start = { start_time: `2026-06-${day}T16:00:00Z` };
        expect(await org.sendCall(callWith('+15105550171', start))).toBe(200);
      }
      const subscriptions: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/page-api/events')) subscriptions.push(request.url());
      });
      await open('Contact', 'Elena Marsh');
      await page.getByRole('heading', { name: 'Our Talks (2)' }).waitFor();
      expect(await page.locator('c-thoughtly-call-list li').count()).toBe(2);
      await page.locator('[data-id="step"]').first().waitFor();
      for (const name of ['Recording', 'Transcript']) {
        expect(await page.getByRole('region', { name, exact: true }).count()).toBe(1);
      }
      expect(subscriptions).toHaveLength(1);

      await open('Account', 'Bluebird Bakery');
      await page.getByRole('heading', { name: 'Thoughtly Calls (3)' }).waitFor();
      await page.locator('[data-id="summary"]').waitFor();
      await page.waitForTimeout(500);
      expect(await page.locator('c-thoughtly-call-list').count()).toBe(0);
      expect(await page.locator('audio').count()).toBe(0);
      expect(await page.locator('[data-id="transcript-toggle"]').count()).toBe(0);
      expect(await page.locator('[data-id="step"]').count()).toBe(0);
      expect(subscriptions).toHaveLength(1);
    },
    TIMEOUT_MS
  );
});
