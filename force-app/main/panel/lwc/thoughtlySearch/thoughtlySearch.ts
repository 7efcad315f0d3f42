/** Finds words in the turns of a transcript, and counts who said how much. */
import type { Segment, Side, Turn } from 'c/thoughtlyTurns';

/** One place where the words were found. */
export interface Hit {
  readonly turnIndex: number;
  readonly start: number;
  readonly end: number;
}

/** Shorter words would mark half of the page. */
const SHORTEST_QUERY = 2;
/** Marking more places than this makes no reader wiser, and every one costs the browser an element. */
const MOST_HITS = 2_000;

/** Places of the query in reading order, whatever their case. Blank and single letters find nothing. */
export function findHits(turns: readonly Turn[], query: string): Hit[] {
  const words = query.trim();
  if (words.length < SHORTEST_QUERY) return [];
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

/** Texts of the turns with hits, cut at the hits; the current hit has a class of its own. */
export function segmentsOf(turns: readonly Turn[], hits: readonly Hit[], currentHit: number): Map<number, Segment[]> {
  const segmentsByIndex = new Map<number, Segment[]>();
  for (const [index, hit] of hits.entries()) {
    const { text } = turns[hit.turnIndex] ?? { text: '' };
    const segments = segmentsByIndex.get(hit.turnIndex) ?? [segment(text, 0, text.length, '')];
    const rest = segments.pop();
    const restStart = text.length - (rest?.text.length ?? 0);
    segments.push(
      segment(text, restStart, hit.start, ''),
      segment(text, hit.start, hit.end, index === currentHit ? 'hit hit_current' : 'hit'),
      segment(text, hit.end, text.length, '')
    );
    segmentsByIndex.set(hit.turnIndex, segments);
  }
  return segmentsByIndex;
}

/** How much was said, by words. */
export interface TalkShare {
  readonly turnCount: number;
  /** 0 to 100; those of all sides add up to 100 unless nothing was said. */
  readonly percentBySide: Readonly<Record<Side, number>>;
  /** Side with the most words; undefined when nothing was said or two said the same. */
  readonly loudest?: Side;
}

export function talkShare(turns: readonly Turn[]): TalkShare {
  const words: Record<Side, number> = { agent: 0, customer: 0, other: 0 };
  for (const turn of turns) words[turn.side] += turn.text.split(/\s+/).filter(Boolean).length;
  const total = words.agent + words.customer + words.other;
  const percent = (count: number): number => (total === 0 ? 0 : Math.round((count * 100) / total));
  const agent = percent(words.agent);
  const other = percent(words.other);
  const [first, second] = (Object.keys(words) as Side[]).sort((left, right) => words[right] - words[left]);
  return {
    turnCount: turns.length,
    percentBySide: { agent, customer: total === 0 ? 0 : Math.max(0, 100 - agent - other), other },
    loudest: first && second && words[first] > words[second] ? first : undefined
  };
}

function segment(text: string, start: number, end: number, hitClass: string): Segment {
  return { key: `segment-${start}-${end}`, text: text.slice(start, end), isHit: hitClass !== '', hitClass };
}
