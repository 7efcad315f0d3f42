/** Starts one org and one browser for all test files of the pages; the processes of the files share them. */
import { launchChromiumServer } from '../../../scripts/local-org/pages/browser/chromium';
import { startOrgProcess } from '../../../scripts/local-org/pages/browser/org-process';
import { SHARED_ENVIRONMENT } from './shared';
import type { Shared } from './shared';

export default async function setUp(): Promise<void> {
  const starting = startOrgProcess();
  const chromium = await launchChromiumServer();
  const org = await starting.catch(async (error: unknown) => {
    await chromium.close();
    throw error;
  });
  const shared: Shared = { org: org.address, chromium: chromium.wsEndpoint() };
  process.env[SHARED_ENVIRONMENT] = JSON.stringify(shared);
  // The tear-down is another module of the same process.
  Object.assign(globalThis, {
    stopPages: async () => {
      await chromium.close();
      await org.stop();
    }
  });
}
