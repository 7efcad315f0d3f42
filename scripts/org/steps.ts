/** Commands as lists of steps, so that `--dry-run` prints exactly what would run. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { showSf } from './sf';

const ROOT = resolve(__dirname, '..', '..');

export type Step =
  /** The Salesforce CLI with these arguments. */
  | { readonly kind: 'sf'; readonly args: readonly string[] }
  /** A script of this project's `package.json`. */
  | { readonly kind: 'npm'; readonly script: string }
  /** Something for people to read. */
  | { readonly kind: 'print'; readonly text: string };

export const sf = (...args: readonly string[]): Step => ({ kind: 'sf', args });
export const npm = (script: string): Step => ({ kind: 'npm', script });

/** `--name value` when there is a value. */
export function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`--${name}`, value];
}

/** The step as one types it in a shell. */
export function toShell(step: Step): string {
  if (step.kind === 'print') return step.text;
  return step.kind === 'npm' ? `npm run ${step.script}` : ['npm run sf --', ...step.args.map(quote)].join(' ');
}

function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

/**
 * Runs the steps in order and ends with the first that fails.
 * @returns the exit code
 */
export async function runSteps(
  steps: readonly Step[],
  isDryRun: boolean,
  print: (line: string) => void = console.log
): Promise<number> {
  for (const step of steps) {
    if (isDryRun || step.kind === 'print') {
      print(toShell(step));
      continue;
    }
    const code = step.kind === 'sf' ? await showSf(step.args, { cwd: ROOT }) : runScript(step.script);
    if (code !== 0) return code;
  }
  return 0;
}

function runScript(script: string): number {
  return spawnSync('npm', ['run', '--silent', script], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}
