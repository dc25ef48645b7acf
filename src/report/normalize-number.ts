import { NUMBER_PATTERNS } from '../form/numbers.ts';
import type { ColumnDef } from '../form/types.ts';
import { numberOf } from '../writing/numerals.ts';
import { ZERO_WIDTH } from '../writing/patterns.ts';

type Column = Pick<ColumnDef, 'key' | 'kind'>;

/** Columns that count 事项 or 项目 instead of 件. */
const COUNTS_OF_ITEMS = new Set(['items_last_year', 'items_change', 'projects']);

/** Units that only repeat the unit of the cell. 元 and 万元 are never converted into each other. */
function ownUnits({ key, kind }: Column): readonly string[] {
  if (kind === 'yuan') return ['元'];
  if (kind === 'wan_yuan') return ['万元'];
  if (kind === 'amount') return [];
  return COUNTS_OF_ITEMS.has(key) ? ['项', '个'] : ['件'];
}

const THOUSANDS = /^([+-]?[1-9][0-9]{0,2})((?:,[0-9]{3})+|(?: [0-9]{3})+)(?![0-9, ])/;
const LONGEST = 40;
const HIDDEN = new RegExp(`[${ZERO_WIDTH}]`, 'gu');

/**
 * The number as a report file writes it, if its meaning is certain: `１２`, `1,234`, `1 234`, `12件`, `共12件`, `+12`, `012`,
 * `12.0`, `十二`, `“12”`, `=3+4`. undefined otherwise: `-`, `无`, `1e3`, `约12`, a fraction in place of a count.
 */
export function normalizeNumber(written: string, column: Column): string | undefined {
  if (written.length > LONGEST) return undefined;
  const plain = withoutFrame(halfWidth(written));
  const bare = withoutUnit(plain, column);
  const digits = bare.replace(THOUSANDS, (_, first: string, rest: string) => first + rest.replace(/[, ]/gu, ''));
  const pattern = new RegExp(NUMBER_PATTERNS[column.kind]);
  return [digits, withoutLeadingZeros(digits), inDigits(bare, column)].find(
    (text) => text !== undefined && pattern.test(text),
  );
}

/** Full-width digits, point, comma and signs, and the typographic minus sign. */
function halfWidth(text: string): string {
  return text
    .replace(/[０-９．，＋－＝]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/^(\s*)−/u, '$1-');
}

/** Without spaces, quotes, invisible characters, 共 before it and punctuation after it. */
const withoutFrame = (text: string): string =>
  text
    .replace(HIDDEN, '')
    .replace(/^[\s“”‘’"']+|[\s“”‘’"']+$/gu, '')
    .replace(/^(?:共计?|合计|总计)[:：]?\s*(?=[0-9])/u, '')
    .replace(/(?<=[0-9一-龥])[。，、；;,]$/u, '');

function withoutUnit(text: string, column: Column): string {
  if (column.kind === 'amount') return text.replace(/\s+(?=(元|万元)$)/u, '');
  const unit = ownUnits(column).find((own) => text.endsWith(own));
  return unit === undefined ? text : text.slice(0, -unit.length).trimEnd();
}

/** Also removes a plus sign. */
const withoutLeadingZeros = (text: string): string => text.replace(/^\+/, '').replace(/^(-?)0+(?=[0-9])/, '$1');

/** The value of a count in Chinese numerals, as `12.0`, or as a formula of a spreadsheet: `=3+4`. */
function inDigits(text: string, { kind }: Column): string | undefined {
  if (kind !== 'count' && kind !== 'change') return undefined;
  if (/^[0-9]{1,12}\.0+$/.test(text)) return withoutLeadingZeros(text.replace(/\.0+$/, ''));
  if (text.startsWith('=')) return sumOf(text.slice(1))?.toString();
  return numberOf(text)?.toString();
}

/** The value of 3+4 or 8-3+2. */
export function sumOf(text: string): number | undefined {
  if (!/^[0-9]{1,9}(?: ?[+-] ?[0-9]{1,9}){1,9}$/.test(text)) return undefined;
  return [...text.matchAll(/([+-]?) ?([0-9]+)/g)].reduce(
    (sum, [, sign, digits]) => sum + (sign === '-' ? -1 : 1) * Number(digits),
    0,
  );
}
