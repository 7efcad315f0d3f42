/**
 * `System.BusinessHours`: time that passes only while the hours of a BusinessHours record are open. Holidays are not
 * part of the local org, so every open day is one.
 */
import { newException, nullPointerException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { platformType } from '../registry';
import { DEFAULT_TIME_ZONE } from '../running-user';
import { momentOf, wallClockAt } from '../time-zone';
import { ApexDatetime } from './Datetime';
import { ApexTime } from './Time';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY = 86_400_000;
/** Whoever is closed for so long never opens. */
const LONGEST_SEARCH_DAYS = 3660;

type Row = Readonly<Record<string, unknown>>;

/** An open part of one day, in milliseconds since 1970; the end is not part of it. */
interface Opening {
  readonly start: number;
  readonly end: number;
}

/** @throws System.InvalidParameterValueException when there is no such record */
function hoursOf(id: string | null): Row {
  if (id === null) throw nullPointerException();
  const { database } = currentTransaction().org;
  const row = database.tables.objectOfId(id)?.name === 'BusinessHours' ? database.systemRead(id) : null;
  if (!row) throw newException('System.InvalidParameterValueException', `Invalid BusinessHours ID: ${id}`);
  return row;
}

/** The opening of the day that lies `offset` days after the day of `moment`, in the zone of the hours. */
function openingOf(hours: Row, moment: number, offset: number): Opening | null {
  const zone = (hours['TimeZoneSidKey'] as string | null | undefined) ?? DEFAULT_TIME_ZONE;
  const { year, month, day } = wallClockAt(moment, zone);
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, day + offset)).getUTCDay()] ?? '';
  const [opens, closes] = [hours[`${weekday}StartTime`], hours[`${weekday}EndTime`]];
  if (!(opens instanceof ApexTime) || !(closes instanceof ApexTime)) return null;
  const at = (millisecond: number) =>
    momentOf({ year, month, day: day + offset, hour: 0, minute: 0, second: 0, millisecond }, zone);
  // From midnight to midnight is the whole day.
  return { start: at(opens.millis), end: at(closes.millis === 0 ? DAY : closes.millis) };
}

/** Openings from the day of `moment` on, forwards or backwards. */
function* openings(hours: Row, moment: number, step: 1 | -1): Generator<Opening> {
  for (let offset = 0; Math.abs(offset) <= LONGEST_SEARCH_DAYS; offset += step) {
    const opening = openingOf(hours, moment, offset);
    if (opening) yield opening;
  }
}

function isWithin(id: string | null, at: ApexDatetime | null): boolean {
  if (!at) throw nullPointerException();
  const today = openingOf(hoursOf(id), at.millis, 0);
  return today !== null && today.start <= at.millis && at.millis < today.end;
}

function nextStartDate(id: string | null, at: ApexDatetime | null): ApexDatetime {
  if (!at) throw nullPointerException();
  for (const { start, end } of openings(hoursOf(id), at.millis, 1))
    if (at.millis < end) return new ApexDatetime(Math.max(start, at.millis));
  throw neverOpen();
}

function diff(id: string | null, from: ApexDatetime | null, to: ApexDatetime | null): bigint {
  if (!from || !to) throw nullPointerException();
  const [first, last] = [Math.min(from.millis, to.millis), Math.max(from.millis, to.millis)];
  let sum = 0;
  for (const { start, end } of openings(hoursOf(id), first, 1)) {
    if (start >= last) break;
    sum += Math.max(0, Math.min(end, last) - Math.max(start, first));
  }
  return BigInt(from.millis <= to.millis ? sum : -sum);
}

function add(id: string | null, from: ApexDatetime | null, interval: bigint | null): ApexDatetime {
  if (!from || interval === null) throw nullPointerException();
  const isForward = interval >= 0n;
  let rest = Math.abs(Number(interval));
  for (const { start, end } of openings(hoursOf(id), from.millis, isForward ? 1 : -1)) {
    const [low, high] = isForward ? [Math.max(start, from.millis), end] : [start, Math.min(end, from.millis)];
    const open = Math.max(0, high - low);
    if (open > 0 && rest <= open) return new ApexDatetime(isForward ? low + rest : high - rest);
    rest -= open;
  }
  throw neverOpen();
}

function neverOpen() {
  return newException('System.UnexpectedException', 'The business hours never open');
}

platformType({
  name: 'System.BusinessHours',
  statics: {
    'add/3': add,
    /** Apex's Datetime is a moment, so the zone of the result makes no difference. */
    'addGmt/3': add,
    'diff/3': diff,
    'isWithin/2': isWithin,
    'nextStartDate/2': nextStartDate
  }
});
