/** An admin's own components and Lightning pages, deployed over the package with `--with`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/local-org/pages/browser/chromium';
import { startOrgProcess } from '../../scripts/local-org/pages/browser/org-process';
import type { OrgProcess } from '../../scripts/local-org/pages/browser/org-process';

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

  async function openLead(): Promise<void> {
    const [lead] = await org.query("SELECT Id FROM Lead WHERE Name = 'Dana Ortiz'");
    await page.goto(`${org.url}/lightning/r/Lead/${String(lead?.['Id'])}/view`);
  }

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
});
