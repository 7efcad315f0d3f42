/** The org and the browser that all test files of the pages share. */
import type { Browser } from 'playwright-core';
import { connectToChromium } from '../../../scripts/local-org/pages/browser/chromium';
import { connectToOrg } from '../../../scripts/local-org/pages/browser/org-process';
import type { OrgAddress, OrgClient } from '../../../scripts/local-org/pages/browser/org-process';

/** The variable in which the set-up leaves the addresses for the processes of the tests. */
export const SHARED_ENVIRONMENT = 'THOUGHTLY_BROWSER_TESTS';

export interface Shared {
  readonly org: OrgAddress;
  /** Address of the browser. */
  readonly chromium: string;
}

/** Throws when the set-up of the project did not run. */
export async function connectToShared(): Promise<{ org: OrgClient; browser: Browser }> {
  const text = process.env[SHARED_ENVIRONMENT];
  if (!text) throw new Error('Run these tests as the Jest project "browser", whose set-up starts org and browser.');
  const { org, chromium } = JSON.parse(text) as Shared;
  return { org: connectToOrg(org), browser: await connectToChromium(chromium) };
}
