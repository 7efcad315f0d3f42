/** The icons of the design system, as the base components carry them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCE = join(dirname(require.resolve('lightning-base-components/package.json')), 'src', 'lightning');

const iconsBySprite = new Map<string, ReadonlySet<string> | null>();

/** Whether `utility:call` is there. A sprite that the base components do not carry is taken as it is. */
export function hasIcon(icon: string): boolean {
  const [sprite = '', name = ''] = icon.split(':');
  if (!/^(action|custom|doctype|standard|utility)$/.test(sprite)) return false;
  let icons = iconsBySprite.get(sprite);
  if (icons === undefined) {
    icons = readIcons(sprite);
    iconsBySprite.set(sprite, icons);
  }
  return icons?.has(name) ?? true;
}

function readIcons(sprite: string): ReadonlySet<string> | null {
  const folder = `iconSvgTemplates${sprite.charAt(0).toUpperCase()}${sprite.slice(1)}`;
  const file = join(SOURCE, folder, 'buildTemplates', 'templates.js');
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  return new Set([...text.matchAll(new RegExp(`\\b${sprite}_(\\w+)\\b`, 'g'))].map((match) => match[1] ?? ''));
}
