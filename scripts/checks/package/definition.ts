/** Rules for scratch org definitions. */

const EDITIONS: ReadonlySet<string> = new Set([
  'Developer',
  'Enterprise',
  'Group',
  'Professional',
  'Partner Developer',
  'Partner Enterprise',
  'Partner Group',
  'Partner Professional'
]);

interface Definition {
  readonly edition?: string;
  readonly features?: readonly string[];
  readonly settings?: object;
  readonly orgPreferences?: object;
}

/** @returns messages; empty when an org can be made of it */
export function checkDefinition(content: unknown): string[] {
  const { edition, features = [], settings, orgPreferences } = content as Definition;
  const messages: string[] = [];
  if (!EDITIONS.has(edition ?? ''))
    messages.push(`There is no edition ${edition ?? ''}; known: ${[...EDITIONS].join(', ')}`);
  if (settings && orgPreferences) messages.push('settings and orgPreferences exclude each other: keep settings');
  const twice = features.find((feature, index) => features.indexOf(feature) !== index);
  if (twice) messages.push(`The feature ${twice} is named twice`);
  return messages;
}
