/** Reads the translations of custom labels from the translation files of source folders. */
import fs from 'node:fs';
import path from 'node:path';
import { parseXml } from '../../schema/source/xml';

/** Texts of one label by language as the platform names it: `de`, `es_MX`. */
export type LabelTexts = Readonly<Record<string, string>>;

const FILE = /^([a-z]{2,3}(?:_[A-Z]{2})?)\.translation(?:-meta\.xml)?$/;

/** @returns texts by label name in lower case; a later folder replaces what an earlier one says */
export function readTranslations(sourceDirectories: readonly string[]): ReadonlyMap<string, LabelTexts> {
  const textsByLabel = new Map<string, LabelTexts>();
  for (const directory of sourceDirectories) {
    for (const entry of fs.readdirSync(directory, { recursive: true, withFileTypes: true })) {
      const language = entry.isFile() ? FILE.exec(entry.name)?.[1] : undefined;
      if (!language) continue;
      const root = parseXml(fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
      for (const label of root.all('customLabels')) {
        const name = label.text('name')?.toLowerCase();
        const text = label.text('label');
        if (name && text) textsByLabel.set(name, { ...textsByLabel.get(name), [language]: text });
      }
    }
  }
  return textsByLabel;
}
