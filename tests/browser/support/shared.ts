/** The org and the browser that all test files of the pages share. */
import type { Browser } from 'playwright-core';
import { connectToChromium } from '../../../scripts/local-org/pages/browser/chromium';
import { connectToOrg } from '../../../scripts/local-org/pages/browser/org-process';
import type { OrgAddress, OrgClient } from '../../../scripts/local-org/pages/browser/org-process';

/** The variable in which the set-up leaves the addresses for the processes of the tests. */
export const SHARED_ENVIRONMENT = 'THOUGHTLY_BROWSER_TESTS';

export type Shared =
  | {
      readonly org: OrgAddress;
      /** Address of the browser. */
      readonly chromium: string;
    }
  | { /** Why there is none. */ readonly failure: string };

/** Throws when the set-up of the project did not run, or what it failed with. */
export async function connectToShared(): Promise<{ org: OrgClient; browser: Browser }> {
  const text = process.env[SHARED_ENVIRONMENT];
  if (!text) throw new Error('Run these tests as the Jest project "browser", whose set-up starts org and browser.');
  const shared = JSON.parse(text) as Shared;
  if ('failure' in shared) throw new Error(shared.failure);
  return { org: connectToOrg(shared.org), browser: await connectToChromium(shared.chromium) };
}
