/**
 * Places of the Apex source inside generated text. While text is put together from pieces, a place is a mark between
 * two control characters; at the end the marks are taken out and become a source map.
 */
import { GenMapping, maybeAddMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import type { EncodedSourceMap } from '@jridgewell/trace-mapping';
import type { SourceSpan } from '../ast';

const START = '\u0001';
const END = '\u0002';
const MARK = new RegExp(`${START}(\\d+):(\\d+)${END}`, 'g');

/** The text that follows belongs to the start of `span`. String literals never hold the control characters. */
export function mark(span: SourceSpan): string {
  return `${START}${span.line}:${span.column}${END}`;
}

export interface MappedText {
  readonly code: string;
  readonly map: EncodedSourceMap;
}

/** Takes the marks out of `text`. `source` is given to debuggers along with the map, when known. */
export function resolveMarks(text: string, path: string, source: string | null): MappedText {
  const mapping = new GenMapping({ file: `${path}.js` });
  const pieces: string[] = [];
  let line = 1;
  let column = 0;
  let from = 0;
  const advance = (piece: string): void => {
    pieces.push(piece);
    for (let at = piece.indexOf('\n'), start = 0; ; at = piece.indexOf('\n', start)) {
      if (at < 0) {
        column += piece.length - start;
        return;
      }
      line += 1;
      column = 0;
      start = at + 1;
    }
  };
  for (const match of text.matchAll(MARK)) {
    advance(text.slice(from, match.index));
    from = match.index + match[0].length;
    maybeAddMapping(mapping, {
      generated: { line, column },
      source: path,
      original: { line: Number(match[1]), column: Number(match[2]) }
    });
  }
  advance(text.slice(from));
  if (source !== null) setSourceContent(mapping, path, source);
  return { code: pieces.join(''), map: toEncodedMap(mapping) as EncodedSourceMap };
}
