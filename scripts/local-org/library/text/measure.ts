/** Comparisons and counts of `String`, as Apache Commons Lang defines them. */

/** The smallest number of insertions, deletions and replacements that make one text of the other. */
export function levenshteinDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_unused, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The index of the first difference, or -1 when the texts are the same. */
export function indexOfDifference(a: string, b: string): number {
  if (a === b) return -1;
  let i = 0;
  while (i < a.length && i < b.length && a.charAt(i) === b.charAt(i)) i++;
  return i;
}

export function commonPrefix(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const other of others) {
    const difference = indexOfDifference(first.slice(0, length), other);
    if (difference >= 0) length = Math.min(length, difference);
  }
  return first.slice(0, length);
}

export function countMatches(text: string, part: string): number {
  return part === '' ? 0 : text.split(part).length - 1;
}

/** As `String.compareTo` of Java: the difference of the first characters that differ, or of the lengths. */
export function compareText(a: string, b: string): number {
  const i = indexOfDifference(a, b);
  if (i < 0) return 0;
  return i < a.length && i < b.length ? a.charCodeAt(i) - b.charCodeAt(i) : a.length - b.length;
}
