import { NUMBER_PATTERNS } from '../../form/numbers.ts';
import type { ColumnDef } from '../../form/types.ts';
import { normalizeNumber } from '../../report/normalize-number.ts';
import type { Confidence, ReadingReason } from '../reading.ts';

/** What the text of a cell means. */
export interface ReadValue {
  readonly value?: string;
  readonly note?: string;
  readonly confidence: Confidence;
  readonly reason: ReadingReason;
}

const unknown = (reason: ReadingReason): ReadValue => ({ confidence: 'unknown', reason });

/** Longer texts are sentences. */
const LONGEST = 200;
const DASH = /^(?:[-‐-―−－─—ー~～/／\\＼*]+|无|n\/?a)$/iu;
// A sign that refers to a note below the table.
const MARK = /^(.*?[\p{Nd}件])\s*([*＊※#＃①-⑳¹²³⁰⁴-⁹]{1,3}|[[［](?:[\d*＊※①-⑳]{1,2}|注\d?)[\]］])$/su;
const NOTE = /^(.*?)\s*[（(]([^（()）]*)[)）]$/su;

/**
 * Reads the text of a cell. `header` is the text of its column header, which can name another unit than the form
 * does: 本年收费金额（单位：元）.
 */
export function readValue(text: string, column: Pick<ColumnDef, 'key' | 'kind'>, header = ''): ReadValue {
  if (text.length > LONGEST) return unknown('not-a-number');
  const written = text.replace(/\p{Cf}/gu, '').trim();
  if (written === '') return unknown('blank');
  if (DASH.test(written.replace(/\s/gu, ''))) return unknown('dash');
  const [, before = '', note = ''] = NOTE.exec(written) ?? MARK.exec(written) ?? [];
  // (12) is a number in brackets, and 12（万元） a number with its unit.
  if (before !== '' && !UNITS.test(note)) {
    const value = readNumber(before, column, header);
    if (value.value === undefined) return unknown('not-a-number');
    const noted = note.trim() === '' ? value : { ...value, note: note.trim() };
    // 12(13) may be this year's number with last year's, or a correction.
    if (/^\(\d+\)$/u.test(halfWidth(`(${note.trim()})`)) && !MARK.test(written))
      return { ...noted, confidence: 'doubtful', reason: 'ambiguous' };
    return { ...noted, ...(value.confidence === 'sure' && { reason: noted === value ? 'rewritten' : 'note' }) };
  }
  return readNumber(before !== '' ? before + note : written, column, header);
}

const UNITS = /^(?:万元|元|件|笔|宗|项|个|份)$/u;

const RISE = /^(?:增加?|上升)\s*(?=\d)/u;
const FALL = /^(?:减少?|下降)\s*(?=\d)/u;

function readNumber(written: string, column: Pick<ColumnDef, 'key' | 'kind'>, header: string): ReadValue {
  const half = halfWidth(written).trim();
  const text = column.kind === 'change' ? half.replace(RISE, '').replace(FALL, '-') : half;
  const torn = unbroken(text);
  const plain = new RegExp(NUMBER_PATTERNS[column.kind]).test(written);
  if (torn === undefined) return ambiguous(text, column);
  const [, digits = '', unit = ''] = /^(.*?)(万元|元|件|笔|宗|项|个|份)?$/su.exec(torn) ?? [];
  const number = plainDigits(digits, column);
  if (number === undefined) return ambiguous(torn, column);
  const value = inOwnUnit(number, unit, column, header);
  if (value === undefined || !new RegExp(NUMBER_PATTERNS[column.kind]).test(value)) return ambiguous(torn, column);
  return { value, confidence: 'sure', reason: plain && value === written ? 'plain' : 'rewritten' };
}

/**
 * Full-width signs as plain ones. Not all of NFKC, which makes 122 of 12² and 1 of ①.
 */
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0)).replace(/−/gu, '-');

/** A thin space between thousands. Any other white space, a line break above all, can stand between two numbers. */
const THIN =
  /(?<=^[+-]?\d{1,3}(?:[\u2009\u202f]\d{3})*)[\u2009\u202f](?=\d{3}(?:[\u2009\u202f]\d{3})*(?:\.\d+)?\D*$)/gu;

/** Without white space where it cannot separate two numbers; undefined where it can. */
function unbroken(text: string): string | undefined {
  const thousands = text.replace(THIN, ',');
  if (/\d\s+\d/u.test(thousands)) return undefined;
  return thousands.replace(/\s/gu, '');
}

const THOUSANDS = /^([+-]?[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?$/u;

/** The number as digits, if it can mean only one: 1,234 · 12.0, and +3 for a change. 05 may be the two numbers 0 and 5. */
function plainDigits(text: string, { kind }: Pick<ColumnDef, 'kind'>): string | undefined {
  const digits = THOUSANDS.test(text) ? text.replace(/,/gu, '') : text;
  const [, sign = '', whole = '', decimals = ''] = /^([+-]?)0*(\d+?)(?:\.(\d+))?$/u.exec(digits) ?? [];
  if (whole === '' || /^[+-]?0\d/u.test(digits)) return undefined;
  if (kind === 'count' || kind === 'change') {
    if (kind === 'count' && sign === '+') return undefined;
    // Three zeros behind a point may be thousands.
    if (/[1-9]/u.test(decimals) || decimals.length === 3) return undefined;
    return signed(sign, whole, kind === 'change');
  }
  return sign === '-' ? undefined : whole + (decimals === '' ? '' : `.${decimals}`);
}

const signed = (sign: string, whole: string, allowed: boolean): string | undefined =>
  sign === '-' ? (whole === '0' ? '0' : allowed ? `-${whole}` : undefined) : whole;

/** Money in the unit of the cell; counts lose their unit. */
function inOwnUnit(
  number: string,
  unit: string,
  { kind }: Pick<ColumnDef, 'kind'>,
  header: string,
): string | undefined {
  const money = unit === '元' || unit === '万元';
  if (kind === 'count' || kind === 'change') return money ? undefined : number;
  if (unit !== '' && !money) return undefined;
  const named = unit || unitIn(header);
  if (named === undefined) return undefined;
  if (kind === 'amount') return number + named;
  const own = kind === 'yuan' ? '元' : '万元';
  if (named === '' || named === own) return number;
  return movePoint(number, own === '万元' ? -4 : 4);
}

/** The unit of money in a header; undefined if it is another one, or several. */
function unitIn(header: string): '' | '元' | '万元' | undefined {
  const units = new Set([...header.matchAll(/[十百千万亿]*元/gu)].map(([unit]) => unit));
  const [unit = '', second] = units;
  return second === undefined && (unit === '' || unit === '元' || unit === '万元') ? unit : undefined;
}

/** Moves the decimal point exactly: 251000 by -4 is 25.1. */
export function movePoint(number: string, places: number): string {
  const [whole = '', decimals = ''] = number.split('.');
  const digits =
    '0'.repeat(Math.max(0, -places)) + whole + decimals + '0'.repeat(Math.max(0, places - decimals.length));
  const point = Math.max(0, -places) + whole.length + places;
  const text = `${digits.slice(0, point)}.${digits.slice(point)}`;
  return text
    .replace(/^0+(?=\d)/u, '')
    .replace(/0+$/u, '')
    .replace(/\.$/u, '');
}

/** What the whole text may mean: 十二, =3+4, digits torn by a space. */
function ambiguous(text: string, column: Pick<ColumnDef, 'key' | 'kind'>): ReadValue {
  const value = normalizeNumber(text, column) ?? normalizeNumber(text.replace(/\s/gu, ''), column);
  return value === undefined ? unknown('not-a-number') : { value, confidence: 'doubtful', reason: 'ambiguous' };
}
