import type { Cell } from 'hucre';
import type { GridCell } from '../../view/grid.ts';
import { NUMBER } from './styles.ts';

/** Longer numbers lose digits in a cell. */
const MOST_DIGITS = 15;
/** Longer formats are damaged in Excel. */
const LONGEST_FORMAT = 200;

/**
 * A cell with a number. The note is part of its format, so that it is printed and the number still counts: `1（二审）`.
 * An unknown number is a blank cell.
 */
export function numberCell({ text, note, unknown }: GridCell, kind: string): Partial<Cell> {
  const isText = kind === 'amount' || text.replace(/\D/gu, '').length > MOST_DIGITS;
  const noted = note === undefined ? '' : `（${note.replace(/\s+/gu, ' ')}）`;
  const plain = isText ? '@' : formatOf(unknown ? '' : text, kind);
  const format = isText
    ? plain
    : plain
        .split(';')
        .map((one) => `${one}${quoted(noted)}`)
        .join(';');
  const fits = format.length <= LONGEST_FORMAT;
  return {
    value: unknown ? null : isText ? text : Number(text),
    style: { ...NUMBER, numFmt: fits ? format : plain },
    ...(noted !== '' && (!fits || isText) && { comment: { text: noted } }),
  };
}

/** A format that shows the decimals that are written, and more if they are typed. */
function formatOf(text: string, kind: string): string {
  if (kind === 'count' || kind === 'change') return text.startsWith('+') ? '+0;-0;0' : '0';
  const decimals = text.split('.')[1]?.length ?? 0;
  return decimals === 0 ? 'General' : `0.${'0'.repeat(decimals)}${'#'.repeat(Math.max(0, 6 - decimals))}`;
}

/** Words in a number format. */
const quoted = (words: string): string =>
  words === '' ? '' : `"${words.replace(/"/gu, '""').split('""').join('"\\""')}"`;
