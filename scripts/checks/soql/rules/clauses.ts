import type { SoqlRule } from '../rule';

const MAXIMUM_OFFSET = 2000;
const MAXIMUM_PARENTS = 5;
/** Words that cannot be an alias: after one of them the query has ended too early. */
const RESERVED_WORDS =
  /^(?:and|asc|desc|for|from|group|having|in|like|limit|not|nulls|offset|or|order|select|update|using|where|with)$/i;

/** Clauses that exclude one another, and their limits (SOQL reference: FOR UPDATE, OFFSET, LIMIT, relationship queries). */
export const clauses: SoqlRule = {
  name: 'clauses',
  check({ query, place }) {
    const errors: string[] = [];
    if (RESERVED_WORDS.test(query.from.alias ?? ''))
      errors.push(
        `unexpected token: '${query.from.alias ?? ''}'. The query ends too early; say what follows, or remove the word.`
      );
    const locks = query.forClause.includes('UPDATE');
    if (locks && query.orderBy.length > 0)
      errors.push(
        'FOR UPDATE cannot stand with ORDER BY: rows are locked in the order of their ids. Remove one of both.'
      );
    if (locks && place !== 'outer')
      errors.push('FOR UPDATE can lock the rows of the outer query only. Remove it from the inner one.');
    if (locks && query.allRows) errors.push('FOR UPDATE cannot lock deleted rows. Remove ALL ROWS.');
    if (query.offset?.kind === 'number' && Number(query.offset.text) > MAXIMUM_OFFSET)
      errors.push(`OFFSET is at most ${MAXIMUM_OFFSET}. Filter by the last id that was read instead.`);
    for (const [name, value] of [
      ['LIMIT', query.limit],
      ['OFFSET', query.offset]
    ] as const)
      if (value?.kind === 'number' && Number(value.text) < 0) errors.push(`${name} cannot be negative.`);
    const seen = new Set<string>();
    for (const item of query.select) {
      if (item.kind !== 'field') continue;
      const path = item.path.join('.');
      if (item.path.length - 1 > MAXIMUM_PARENTS)
        errors.push(`${path} goes up more than ${MAXIMUM_PARENTS} levels. Query the parents by themselves.`);
      if (seen.has(path.toLowerCase()) && item.alias === null)
        errors.push(`duplicate field selected: ${path}. Remove one.`);
      seen.add(path.toLowerCase());
    }
    return errors;
  }
};
