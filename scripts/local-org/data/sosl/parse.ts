/** SOSL text: `FIND {Ng OR 555*} IN PHONE FIELDS RETURNING Lead(Id, Name WHERE IsConverted = false LIMIT 5), Contact`. */
import { queryException } from '../soql/errors';
import { parseSoql, SoqlSyntaxError } from '../soql/parse';
import type { SoqlQuery } from '../soql/ast';

export type SearchGroup = 'ALL' | 'NAME' | 'PHONE' | 'EMAIL' | 'SIDEBAR';

export interface SoslQuery {
  /** The search expression without its braces or quotes. */
  readonly find: string;
  readonly group: SearchGroup;
  readonly returning: readonly SoqlQuery[];
  /** Records of each object at most. */
  readonly limit: number;
}

/** SOSL gives at most 2,000 records (PLATFORM 5). */
const MAXIMUM_ROWS = 2000;

/**
 * @throws System.QueryException when the text has another form
 */
export function parseSosl(text: string): SoslQuery {
  const body = text
    .trim()
    .replace(/^\[|\]$/g, '')
    .trim();
  const match =
    /^FIND\s+(?:\{((?:[^}\\]|\\.)*)\}|'((?:[^'\\]|\\.)*)')(?:\s+IN\s+(ALL|NAME|PHONE|EMAIL|SIDEBAR)\s+FIELDS)?\s+RETURNING\s+([\s\S]+)$/i.exec(
      body
    );
  if (!match)
    throw queryException('unexpected token: the local org understands FIND … [IN … FIELDS] RETURNING … [LIMIT n]');
  const [, braced, quoted, group = 'ALL', rest = ''] = match;
  const { objects, tail } = splitReturning(rest);
  const limit = /^LIMIT\s+(\d+)$/i.exec(tail);
  if (tail !== '' && !limit) throw queryException(`unexpected token: '${tail}'`);
  return {
    find: (braced ?? quoted ?? '').replace(/\\(.)/g, '$1'),
    group: group.toUpperCase() as SearchGroup,
    returning: objects.map(toSoql),
    limit: Math.min(limit ? Number(limit[1]) : MAXIMUM_ROWS, MAXIMUM_ROWS)
  };
}

/** The parts between commas outside of parentheses; what follows the last one is the tail (`LIMIT 10`). */
function splitReturning(text: string): { objects: string[]; tail: string } {
  const objects: string[] = [];
  let [depth, start] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ',' && depth === 0) {
      objects.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  const last = /^(\w+\s*(?:\([\s\S]*\))?)\s*([\s\S]*)$/.exec(text.slice(start).trim());
  return { objects: [...objects, (last?.[1] ?? '').trim()], tail: (last?.[2] ?? '').trim() };
}

function toSoql(part: string): SoqlQuery {
  const match = /^(\w+)\s*(?:\(([\s\S]*)\))?$/.exec(part);
  const [, object, inside = 'Id'] = match ?? [];
  if (!object) throw queryException(`unexpected token: '${part}'`);
  const clauses = /\b(?:USING|WHERE|ORDER\s+BY|LIMIT|OFFSET)\b[\s\S]*$/i.exec(inside)?.[0] ?? '';
  const fields = inside.slice(0, inside.length - clauses.length).trim();
  try {
    return parseSoql(`SELECT ${fields || 'Id'} FROM ${object} ${clauses}`);
  } catch (error) {
    throw error instanceof SoqlSyntaxError ? queryException(error.message) : error;
  }
}
