import { NUMBER_PATTERNS } from '../form/numbers.ts';
import type { ColumnDef } from '../form/types.ts';

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

const THOUSANDS = /^([+-]?[1-9][0-9]{0,2})((?:,[0-9]{3})+)(?![0-9,])/;

/**
 * The number as a report file writes it, if its meaning is certain: `１２`, `1,234`, `12件`, `+12`, `012`.
 * undefined otherwise: `-`, `无`, `1e3`, `约12`, a fraction in place of a count.
 */
export function normalizeNumber(written: string, column: Column): string | undefined {
  const plain = halfWidth(written).trim();
  const bare = withoutUnit(plain, column);
  const digits = bare.replace(THOUSANDS, (_, first: string, rest: string) => first + rest.replaceAll(',', ''));
  const pattern = new RegExp(NUMBER_PATTERNS[column.kind]);
  return [digits, withoutLeadingZeros(digits)].find((text) => pattern.test(text));
}

/** Full-width digits, point, comma and signs, and the typographic minus sign. */
function halfWidth(text: string): string {
  return text
    .replace(/[０-９．，＋－]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/^(\s*)−/u, '$1-');
}

function withoutUnit(text: string, column: Column): string {
  if (column.kind === 'amount') return text.replace(/\s+(?=(元|万元)$)/u, '');
  const unit = ownUnits(column).find((own) => text.endsWith(own));
  return unit === undefined ? text : text.slice(0, -unit.length).trimEnd();
}

/** Also removes a plus sign. */
const withoutLeadingZeros = (text: string): string => text.replace(/^\+/, '').replace(/^(-?)0+(?=[0-9])/, '$1');
