/** Which rows a search expression finds: words without case, `*` and `?`, phrases in quotes, AND, OR, AND NOT. */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import type { Row } from '../store';
import type { SearchGroup } from './parse';

type Test = (words: readonly string[]) => boolean;

/** The fields that a search looks into. Long text is searched, too. */
export function searchedFields(object: ObjectSchema, group: SearchGroup): FieldSchema[] {
  return [...object.fields.values()].filter((field) => {
    switch (group) {
      case 'NAME':
        return field.isNameField || field.name === 'Name';
      case 'PHONE':
        return field.type === 'phone';
      case 'EMAIL':
        return field.type === 'email';
      default:
        return ['string', 'textarea', 'phone', 'email', 'url', 'combobox'].includes(field.type);
    }
  });
}

/** A predicate over rows for a search expression. */
export function searchPredicate(find: string, fields: readonly FieldSchema[]): (row: Row) => boolean {
  const test = expression(find);
  return (row) => test(fields.flatMap((field) => wordsOf(row[field.name])));
}

/** Words split where letters and digits end; the whole text without blanks counts, too, so that phones match as digits. */
function wordsOf(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  const lower = value.toLowerCase();
  const digits = lower.replace(/\D/g, '');
  return [lower, ...lower.split(/[^\p{L}\p{N}]+/u), ...(digits.length > 6 ? [digits] : [])].filter(Boolean);
}

function expression(find: string): Test {
  const tokens = find.toLowerCase().match(/"[^"]*"|\S+/g) ?? [];
  const alternatives: Test[][] = [[]];
  let isNegated = false;
  for (const token of tokens) {
    if (token === 'or') alternatives.push([]);
    else if (token === 'not') isNegated = true;
    else if (token !== 'and') {
      const term = termTest(token);
      alternatives.at(-1)?.push(isNegated ? (words) => !term(words) : term);
      isNegated = false;
    }
  }
  return (words) => alternatives.some((terms) => terms.length > 0 && terms.every((term) => term(words)));
}

function termTest(token: string): Test {
  if (token.startsWith('"')) {
    const phrase = token.slice(1, -1).trim();
    return (words) => words.some((word) => word.includes(phrase));
  }
  const source = token
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const pattern = new RegExp(`^${source}$`);
  const parts = token.split(/[^\p{L}\p{N}*?]+/u).filter(Boolean);
  return (words) =>
    words.some((word) => pattern.test(word)) || (parts.length > 1 && parts.every((part) => termTest(part)(words)));
}
