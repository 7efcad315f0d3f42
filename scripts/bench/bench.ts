/** `npm run bench -- NAME`: measures the product where it has a budget. */
import { parseArguments, UsageError } from '../local-org/cli/arguments';
import { benchSync } from './sync';

const USAGE = `Usage:
  npm run bench -- sync [--drain N] [--json FILE]   statements, rows and heap of the sync at 1 to 200 calls`;

async function bench(args: readonly string[]): Promise<number> {
  const options = parseArguments(args, ['drain', 'json'], []);
  if (options.words[0] !== 'sync') throw new UsageError(USAGE);
  return benchSync({ drain: Number(options.value('drain') ?? 10_000), jsonFile: options.value('json') ?? null });
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
