import { type Cell, type CellValue, formatValue } from 'hucre';

/** The text of a cell: what a reader of the sheet sees, without what only the width of a column or rounding hides. */
export function cellText(value: CellValue | undefined, cell?: Cell): string {
  // A formula that no program has computed yet has no value, and it is not computed here.
  if ((value === null || value === undefined) && cell?.formula !== undefined) return `=${cell.formula}`;
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return numberText(value, cell?.style?.numFmt);
  return String(value)
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

const dateText = (date: Date): string =>
  Number.isNaN(date.getTime()) ? '' : `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;

/** Characters. Excel allows no longer format. */
const LONGEST_FORMAT = 255;

/**
 * A number as its format shows it. Where the format hides digits that the number has, both are told (`25.126≈25.13`): which of
 * them was meant is not known.
 */
export function numberText(value: number, format = 'General'): string {
  const stored = withoutNoise(value);
  if (format.length > LONGEST_FORMAT) return `${stored}≈?`;
  const { decimals, fixed, literal, scaled } = readFormat(format);
  if (decimals === undefined || value === 0) return stored;
  const shown = formatValue(value, format).trim();
  if (scaled) return `${stored}≈${shown}`;
  const rounded = value.toFixed(decimals);
  if (Math.abs(Number(rounded) - value) > noiseOf(value)) return `${stored}≈${literal ? shown : rounded}`;
  if (literal) return shown;
  return Number.isInteger(Number(rounded)) ? stored : padded(stored, fixed);
}

/** A sum of decimals such as 0.1 + 0.2 is stored with an error in its last digits. Money has at most 6 decimals. */
function withoutNoise(value: number): string {
  const rounded = Number(value.toFixed(6));
  return String(Math.abs(rounded - value) <= noiseOf(value) ? rounded : Number(value.toPrecision(15)));
}

const noiseOf = (value: number): number => 1e-12 * Math.max(1, Math.abs(value)) * 100;

function padded(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return fraction.length < decimals ? `${whole}.${fraction.padEnd(decimals, '0')}` : text;
}

interface NumberFormat {
  /** The largest number of decimals that it shows; undefined for a format without rules. */
  readonly decimals: number | undefined;
  /** The number of decimals that it always shows. */
  readonly fixed: number;
  /** It adds words, such as a unit or a note. */
  readonly literal: boolean;
  /** It shows thousandths, hundredths or powers of the number. */
  readonly scaled: boolean;
}

function readFormat(format: string): NumberFormat {
  const [first] = /^(?:[^";]|"[^"]*"?)*/u.exec(format) as RegExpExecArray;
  const words = [...first.matchAll(/"([^"]*)"|[\\!](.)/gu)].map(([, quoted, sign]) => quoted ?? sign ?? '');
  const digits = first.replace(/\[[^\]]*\]|"[^"]*"|[\\!_*]./gu, '');
  const fraction = /\.([0#?]*)/u.exec(digits)?.[1] ?? '';
  return {
    decimals: /[0#?]/u.test(digits) ? fraction.length : undefined,
    fixed: fraction.replace(/[^0]/gu, '').length,
    literal: /[^\s¥￥$+\-().,]/u.test(words.join('')) || /[^\s0#?.,¥￥$+\-()/]/u.test(digits.replace(/general/iu, '')),
    scaled: /[%E]|,(?:\.|$|[^0#?])/iu.test(digits.trim()) || words.some((word) => word.includes('.')),
  };
}
