/** Writes component bundles of tests into a temporary source folder. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * @param files contents by path below `lwc`: `card/card.html`
 * @returns the source folder
 */
export function writeComponents(files: Readonly<Record<string, string>>): string {
  const source = fs.mkdtempSync(path.join(os.tmpdir(), 'components-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(source, 'main', 'lwc', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return source;
}
