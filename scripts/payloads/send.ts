/** `npx tsx scripts/payloads/send.ts FILE… [--credentials FILE] [--wait]`: sends payload files to an org and prints its answers. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArguments, UsageError } from '../local-org/cli/arguments';
import { WORK_DIRECTORY } from '../local-org/cli/paths';
import { requestToken, sendPayload } from './client';
import type { ClientCredentials } from './client';

async function main(args: readonly string[]): Promise<number> {
  const options = parseArguments(args, ['credentials'], ['wait']);
  if (options.words.length === 0)
    throw new UsageError('Name one or more payload files, such as scripts/payloads/samples/response-flat.json');
  const credentials = readCredentials(
    resolve(options.value('credentials') ?? join(WORK_DIRECTORY, 'credentials.json'))
  );
  const token = await requestToken(credentials);
  let worst = 0;
  for (const file of options.words) {
    const { status, body } = await sendPayload(
      credentials.instanceUrl,
      token,
      readFileSync(file, 'utf8'),
      options.flag('wait') ? '?wait=true' : ''
    );
    process.stdout.write(`${file}: ${status}\n${JSON.stringify(body, null, 2)}\n`);
    worst = Math.max(worst, status);
  }
  return worst < 300 ? 0 : 1;
}

function readCredentials(path: string): ClientCredentials {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ClientCredentials;
  } catch {
    throw new UsageError(
      `${path} holds no credentials. Start the local org with npm start, or name a file with --credentials.`
    );
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
);
