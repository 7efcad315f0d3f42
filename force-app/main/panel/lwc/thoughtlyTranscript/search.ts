import type { Hit, Turn } from 'c/thoughtlyTurns';

/** Where words were found in a transcript. */
export interface SearchResult {
  readonly query: string;
  /** In reading order. */
  readonly hits: readonly Hit[];
  readonly hitsByTurn: ReadonlyMap<number, readonly Hit[]>;
}

/** Shorter words would mark half of the page. */
const SHORTEST_QUERY = 2;
/** Marking more places than this makes no reader wiser, and every one costs the browser elements. */
export const MOST_HITS = 10_000;

/** Whether a query is long enough to be looked for. */
export function isSearchable(query: string): boolean {
  return query.trim().length >= SHORTEST_QUERY;
}

/** Places of the query, whatever their case, but not more than {@link MOST_HITS}. Blank and single letters find nothing. */
export function search(turns: readonly Turn[], query: string): SearchResult {
  const hits = isSearchable(query) ? findHits(turns, query.trim()) : [];
  const hitsByTurn = new Map<number, Hit[]>();
  for (const hit of hits) {
    const others = hitsByTurn.get(hit.turnIndex);
    if (others) others.push(hit);
    else hitsByTurn.set(hit.turnIndex, [hit]);
  }
  return { query, hits, hitsByTurn };
}

function findHits(turns: readonly Turn[], words: string): Hit[] {
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+'), 'gi');
  const hits: Hit[] = [];
  for (const [turnIndex, turn] of turns.entries()) {
    for (const match of turn.text.matchAll(pattern)) {
      hits.push({ turnIndex, start: match.index, end: match.index + match[0].length });
      if (hits.length >= MOST_HITS) return hits;
    }
  }
  return hits;
}
