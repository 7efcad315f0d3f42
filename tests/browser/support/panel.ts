/** A page with the call panel, as the tests of one file use it. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { OrgClient } from '../../../scripts/local-org/pages/browser/org-process';
import { connectToShared } from './shared';

export const TEST_TIMEOUT_MS = 60_000;
export const DESKTOP = { width: 1440, height: 1000 };
export const PHONE = { width: 390, height: 844 };
/** `Task` that the demo data logs for its first call, which has a recording of 3:28 and four turns. */
export const SAMPLE_TASK = "Subject = 'Thoughtly AI Call — Qualified'";

export interface PageChoice {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly theme?: 'light' | 'dark';
  /** Whether recordings come from what the test serves, and not from the local org. */
  readonly isServingRecordings?: boolean;
}

export class PanelPage {
  org!: OrgClient;
  page!: Page;
  private browser!: Browser;
  /** Windows with and without the service worker that answers for the hosts of recordings; they keep their caches. */
  private readonly contexts = new Map<boolean, BrowserContext>();
  private readonly pageErrors: string[] = [];

  async connect(): Promise<void> {
    ({ org: this.org, browser: this.browser } = await connectToShared());
  }

  async disconnect(): Promise<void> {
    await this.browser?.close();
  }

  /** A page of its own, as the sales representative, without anything that was remembered. */
  async newPage({ viewport = DESKTOP, theme = 'light', isServingRecordings = false }: PageChoice = {}): Promise<void> {
    if (this.page && !this.page.isClosed()) await this.leave();
    const context = await this.contextFor(isServingRecordings);
    await context.clearCookies();
    this.page = await context.newPage();
    await this.page.setViewportSize(viewport);
    await this.page.addInitScript((chosen) => window.localStorage.setItem('local-org.theme', chosen), theme);
    this.page.setDefaultTimeout(20_000);
    this.page.on('pageerror', (error) => this.pageErrors.push(error.message));
  }

  async closePage(): Promise<void> {
    await this.leave();
    expect(this.pageErrors.splice(0)).toEqual([]);
  }

  private async leave(): Promise<void> {
    // There is none when the set-up failed, which the test has told.
    if (!this.page) return;
    await this.page.evaluate(() => window.localStorage.clear()).catch(() => undefined);
    await this.page.close();
  }

  private async contextFor(isServingRecordings: boolean): Promise<BrowserContext> {
    const known = this.contexts.get(isServingRecordings);
    if (known) return known;
    const serviceWorkers = isServingRecordings ? 'block' : 'allow';
    const context = await this.browser.newContext({ acceptDownloads: true, serviceWorkers });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: this.org.url });
    this.contexts.set(isServingRecordings, context);
    return context;
  }

  /** Has the page run as another user of the org. */
  async signInAs(persona: 'admin' | 'rep' | 'stranger'): Promise<void> {
    const { users } = (await (await this.page.context().request.get(`${this.org.url}/session`)).json()) as {
      users: { username: string; persona: string }[];
    };
    const username = users.find((user) => user.persona === persona)?.username;
    await this.page.context().request.post(`${this.org.url}/session`, { data: { username } });
  }

  async chooseLanguage(language: string): Promise<void> {
    await this.page.context().request.post(`${this.org.url}/page-api/language/${language}`);
  }

  async open(objectApiName: string, recordId: string, query = ''): Promise<void> {
    await this.page.goto(`${this.org.url}/lightning/r/${objectApiName}/${recordId}/view${query}`);
  }

  /** Opens the record that a condition finds. */
  async find(objectApiName: string, condition: string, query = ''): Promise<void> {
    const [record] = await this.org.query(`SELECT Id FROM ${objectApiName} WHERE ${condition} LIMIT 1`);
    if (!record) throw new Error(`There is no ${objectApiName} with ${condition}.`);
    await this.open(objectApiName, String(record['Id']), query);
  }

  async openSampleCall(): Promise<void> {
    await this.find('Task', SAMPLE_TASK);
    await this.part('total').filter({ hasText: '3:28' }).waitFor();
  }

  part(id: string): Locator {
    return this.page.locator(`[data-id="${id}"]`);
  }

  turn(index: number): Locator {
    return this.page.locator(`li[data-index="${index}"]`);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A choice above the list of conversations. */
  filter(name: string): Locator {
    return this.page.getByRole('combobox', { name, exact: true });
  }

  async elapsedSeconds(): Promise<number> {
    const [minutes = 0, seconds = 0] = (await this.part('elapsed').innerText()).split(':').map(Number);
    return minutes * 60 + seconds;
  }

  /** Waits until a condition holds. Throws after ten seconds. */
  async until(condition: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 10_000;
    while (!(await condition())) {
      if (Date.now() > end) throw new Error(`It never came true: ${condition.toString()}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Whether somebody would have to scroll sideways. */
  async isTooWide(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  }
}

/** Registers the hooks of a test file: a connection for the file, a window for each test. */
export function usePanel(): PanelPage {
  const panel = new PanelPage();
  beforeAll(() => panel.connect(), TEST_TIMEOUT_MS);
  afterAll(() => panel.disconnect());
  beforeEach(() => panel.newPage());
  afterEach(() => panel.closePage());
  return panel;
}
