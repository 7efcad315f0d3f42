/** `npm run bench -- NAME`: measures the product where it has a budget. */
import { parseArguments, UsageError } from '../local-org/cli/arguments';
import { benchPanel } from './panel';
import { benchSync } from './sync';

const USAGE = `Usage:
  npm run bench -- sync [--deliveries N] [--json FILE]   what the sync costs at 1 to 200 calls, and whether N deliveries drain
  npm run bench -- panel                                 how long transcripts take in Chromium`;

async function bench(args: readonly string[]): Promise<number> {
  const options = parseArguments(args, ['deliveries', 'json'], []);
  if (options.words[0] === 'panel') return benchPanel();
  if (options.words[0] !== 'sync') throw new UsageError(USAGE);
  return benchSync({ deliveries: Number(options.value('deliveries') ?? 0), jsonFile: options.value('json') ?? null });
}

bench(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof UsageError ? error.message : error);
    process.exitCode = 2;
  }
);
