/** `npm run check`: everything that an org would refuse, found here first. */
import { writeFileSync } from 'node:fs';
import { parseArguments, UsageError } from '../local-org/cli/arguments';
import { formatFinding, type Finding } from './finding';
import type { Gate } from './gate';
import { GATES } from './gates';
import { hasJava } from './java';

const DEFAULT_SOURCE = 'force-app';

/**
 * Runs the gates that the words name (by gate or group; none means all) and reports.
 * @returns the exit code: 0 clean, 1 findings, 2 wrong usage
 */
export async function check(args: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  const options = parseArguments(args, ['source', 'json'], []);
  const gates = selectGates(options.words);
  const sources = options.values('source');
  const findings: Finding[] = [];
  const isJavaThere = !gates.some((gate) => gate.needsJava) || hasJava();
  for (const gate of gates) {
    if (gate.needsJava && !isJavaThere) {
      print(`- ${gate.name}: skipped, it needs Java 11 or later on the PATH`);
      continue;
    }
    findings.push(...(await runGate(gate, sources.length > 0 ? sources : [DEFAULT_SOURCE], print)));
  }
  const json = options.value('json');
  if (json) writeFileSync(json, JSON.stringify({ findings }, null, 2));
  print(findings.length === 0 ? 'No findings.' : `${findings.length} finding(s).`);
  return findings.length === 0 ? 0 : 1;
}

function selectGates(words: readonly string[]): readonly Gate[] {
  if (words.length === 0) return GATES;
  const unknown = words.find((word) => !GATES.some((gate) => gate.name === word || gate.group === word));
  if (unknown) throw new UsageError(`Unknown gate ${unknown}. Known: ${GATES.map((gate) => gate.name).join(', ')}`);
  return GATES.filter((gate) => words.includes(gate.name) || words.includes(gate.group));
}

async function runGate(
  gate: Gate,
  sources: readonly string[],
  print: (line: string) => void
): Promise<readonly Finding[]> {
  const start = performance.now();
  const findings = await gate.run({ sources, progress: (message) => print(`  ${message}`) });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  print(`${findings.length === 0 ? '✓' : '✗'} ${gate.name}: ${gate.description} (${findings.length} in ${seconds} s)`);
  for (const finding of findings) print(`    ${formatFinding(finding)}`);
  return findings;
}

if (require.main === module) {
  check(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof UsageError ? error.message : error);
      process.exitCode = 2;
    }
  );
}
