/** Which parts of an Apex source are comments and strings: read from the text, because the tree does not keep them. */

export interface SourceComments {
  /** The text of the comment that covers or ends on a line, by line (1-based). */
  readonly byLine: ReadonlyMap<number, string>;
  /** Lines on which a multi-line string `'''` begins. */
  readonly multilineStrings: readonly number[];
}

const TOKEN = /\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*|'''[^]*?(?:'''|$)|'(?:\\.|[^'\\\n])*'/g;

export function readComments(text: string): SourceComments {
  const byLine = new Map<number, string>();
  const multilineStrings: number[] = [];
  let line = 1;
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    line += newlines(text.slice(at, match.index));
    at = match.index;
    const [token] = match;
    if (token.startsWith("'''")) multilineStrings.push(line);
    if (token.startsWith('/'))
      for (let offset = 0; offset <= newlines(token); offset++)
        byLine.set(line + offset, `${byLine.get(line + offset) ?? ''}${token}`);
  }
  return { byLine, multilineStrings };
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}

/** A line of annotations and modifiers that a declaration goes on from. Strings in annotations hold anything. */
const BEFORE_DECLARATION =
  /^\s*(@(?:[^;{}']|'(?:\\.|[^'\\])*')*|(?:global|public|private|protected|static|virtual|abstract|override|\s)+)$/;
const ANNOTATION_START = /^\s*@\w+\($/;
const ANNOTATION_END = /^\s*\)$/;

/** The comment that ends above a declaration, over its annotations and modifiers; undefined when there is none. */
export function commentAbove(text: string, comments: SourceComments, line: number): string | undefined {
  const lines = text.split('\n');
  let above = line - 1;
  while (above > 0 && comments.byLine.get(above) === undefined) {
    const before = lines[above - 1] ?? '';
    if (ANNOTATION_END.test(before)) above = startOfAnnotation(lines, above) - 1;
    else if (BEFORE_DECLARATION.test(before)) above--;
    else break;
  }
  return comments.byLine.get(above);
}

/** The first line of an annotation that ends on the given line with a parenthesis of its own. */
function startOfAnnotation(lines: readonly string[], end: number): number {
  let start = end - 1;
  while (start > 1 && !ANNOTATION_START.test(lines[start - 1] ?? '')) start--;
  return start;
}
