import { execFile, execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** True when a Java run-time of version 11 or later answers. */
export function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The jars that an npm package of the code analyzer carries, as a class path. */
export function analyzerClassPath(packageName: string): string {
  const folder = join(dirname(require.resolve(`${packageName}/package.json`)), 'dist', 'java-lib');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jar'))
    .map((file) => join(folder, file))
    .join(delimiter);
}

/** Runs a Java program and answers what it printed; `okCodes` are the exit codes that are no failure. */
export function runJava(args: readonly string[], okCodes: readonly number[] = [0]): Promise<string> {
  return new Promise((done, fail) => {
    execFile('java', [...args], { maxBuffer: MAX_OUTPUT_BYTES }, (error, stdout, stderr) => {
      const code = error ? (error as { code?: number | string }).code : 0;
      if (typeof code === 'number' && okCodes.includes(code)) done(stdout);
      else fail(new Error(`java ${args.slice(-4).join(' ')} failed: ${stderr || error?.message}`));
    });
  });
}
