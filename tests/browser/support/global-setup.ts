/** Starts one org and one browser for all test files of the pages; the processes of the files share them. */
import { launchChromiumServer } from '../../../scripts/local-org/pages/browser/chromium';
import { startOrgProcess } from '../../../scripts/local-org/pages/browser/org-process';
import { SHARED_ENVIRONMENT } from './shared';
import type { Shared } from './shared';

export default async function setUp(): Promise<void> {
  const [org, chromium] = await Promise.allSettled([startOrgProcess(), launchChromiumServer()]);
  // The tear-down is another module of the same process.
  Object.assign(globalThis, {
    stopPages: async () => {
      if (chromium.status === 'fulfilled') await chromium.value.close();
      if (org.status === 'fulfilled') await org.value.stop();
    }
  });
  const shared: Shared =
    org.status === 'fulfilled' && chromium.status === 'fulfilled'
      ? { org: org.value.address, chromium: chromium.value.wsEndpoint() }
      : { failure: [org, chromium].map((one) => ('reason' in one ? String(one.reason) : '')).join('\n') };
  // A failure here would end the tests of all projects; it is told to those that need the pages.
  process.env[SHARED_ENVIRONMENT] = JSON.stringify(shared);
}
