/** Text functions. Positions count from 1. */
import { toLongId } from '../../data/ids';
import { JavaPattern } from '../../library/regex/compiled';
import { Decimal } from '../../library/system/Decimal';
import { FormulaValueError } from '../ast';
import { decimal, integerOf, isBlank, textOf, type FormulaValue } from '../values';
import { at, ofValues, type FormulaFunction } from './function';

type Values = readonly FormulaValue[];
const text = (values: Values, position: number) => textOf(at(values, position));

/** The position of a text in another from a start on; 0 when it is not there. */
function find(values: Values): Decimal {
  const start = values.length > 2 ? integerOf(at(values, 2)) : 1;
  if (start < 1 || text(values, 0) === '') return Decimal.ZERO;
  return decimal(text(values, 1).indexOf(text(values, 0), start - 1) + 1);
}

function pad(values: Values, place: 'start' | 'end'): string {
  const [value, length, filler] = [
    text(values, 0),
    integerOf(at(values, 1)),
    values.length > 2 ? text(values, 2) : ' '
  ];
  if (length <= value.length) return value.slice(0, Math.max(0, length));
  return place === 'start' ? value.padStart(length, filler) : value.padEnd(length, filler);
}

function value(values: Values): Decimal | null {
  const given = text(values, 0).trim();
  if (given === '') return null;
  const number = Decimal.tryParse(given);
  if (!number) throw new FormulaValueError(`${given} is not a number`);
  return number;
}

const patternByText = new Map<string, JavaPattern>();

/** The whole text must match. */
function regex(values: Values): boolean {
  const pattern = text(values, 1);
  let compiled = patternByText.get(pattern);
  if (!compiled) patternByText.set(pattern, (compiled = new JavaPattern(pattern)));
  return compiled.match(text(values, 0), 0, 'matches') !== null;
}

const escapeHtml = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function hyperlink(values: Values): string {
  const target = values.length > 2 ? text(values, 2) : '_blank';
  return `<a href="${escapeHtml(text(values, 0))}" target="${escapeHtml(target)}">${escapeHtml(text(values, 1))}</a>`;
}

export const textFunctions: Readonly<Record<string, FormulaFunction>> = {
  TEXT: { ...ofValues(1, 1, (values) => text(values, 0)), picklistArguments: [0] },
  VALUE: ofValues(1, 1, value),
  LEN: ofValues(1, 1, (values) => decimal(text(values, 0).length)),
  LEFT: ofValues(2, 2, (values) => text(values, 0).slice(0, Math.max(0, integerOf(at(values, 1))))),
  RIGHT: ofValues(2, 2, (values) => {
    const count = integerOf(at(values, 1));
    return count <= 0 ? '' : text(values, 0).slice(-count);
  }),
  MID: ofValues(3, 3, (values) => {
    const start = Math.max(1, integerOf(at(values, 1))) - 1;
    return text(values, 0).slice(start, start + Math.max(0, integerOf(at(values, 2))));
  }),
  CONTAINS: ofValues(2, 2, (values) => text(values, 0).includes(text(values, 1))),
  BEGINS: ofValues(2, 2, (values) => text(values, 0).startsWith(text(values, 1))),
  FIND: ofValues(2, 3, find),
  SUBSTITUTE: ofValues(3, 3, (values) =>
    text(values, 1) === '' ? text(values, 0) : text(values, 0).replaceAll(text(values, 1), () => text(values, 2))
  ),
  TRIM: ofValues(1, 1, (values) => text(values, 0).trim().replace(/ {2,}/g, ' ')),
  UPPER: ofValues(1, 2, (values) => text(values, 0).toUpperCase()),
  LOWER: ofValues(1, 2, (values) => text(values, 0).toLowerCase()),
  INITCAP: ofValues(1, 1, (values) =>
    text(values, 0)
      .toLowerCase()
      .replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
  ),
  REVERSE: ofValues(1, 1, (values) => [...text(values, 0)].reverse().join('')),
  LPAD: ofValues(2, 3, (values) => pad(values, 'start')),
  RPAD: ofValues(2, 3, (values) => pad(values, 'end')),
  ASCII: ofValues(1, 1, (values) => (isBlank(at(values, 0)) ? null : decimal(text(values, 0).codePointAt(0) ?? 0))),
  CHR: ofValues(1, 1, (values) => String.fromCodePoint(integerOf(at(values, 0)))),
  BR: ofValues(0, 0, () => '\n'),
  REGEX: ofValues(2, 2, regex),
  ISNUMBER: ofValues(1, 1, (values) => Decimal.tryParse(text(values, 0).trim()) !== null),
  HYPERLINK: ofValues(2, 3, hyperlink),
  IMAGE: ofValues(2, 4, (values) => `<img src="${escapeHtml(text(values, 0))}" alt="${escapeHtml(text(values, 1))}">`),
  HTMLENCODE: ofValues(1, 1, (values) => escapeHtml(text(values, 0))),
  URLENCODE: ofValues(1, 1, (values) => encodeURIComponent(text(values, 0)).replaceAll('%20', '+')),
  CASESAFEID: ofValues(1, 1, (values) => toLongId(text(values, 0)) ?? text(values, 0))
};
