/** Finds installed npm packages, also those that do not export their `package.json`. */
import fs from 'node:fs';
import path from 'node:path';

/** Folder of an installed package. Throws with the remedy when it is not installed. */
export function packageDirectory(name: string): string {
  for (let directory = __dirname; ; directory = path.dirname(directory)) {
    const candidate = path.join(directory, 'node_modules', name);
    if (fs.existsSync(path.join(candidate, 'package.json'))) return candidate;
    if (directory === path.dirname(directory)) break;
  }
  throw new Error(`The npm package ${name} is not installed. Run "npm ci" in the project folder.`);
}

export function packageVersion(name: string): string {
  const file = path.join(packageDirectory(name), 'package.json');
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version;
}
