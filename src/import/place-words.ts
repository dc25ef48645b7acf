import type { Text } from '../diagnostics/text.ts';
import type { FilePlace } from './document.ts';
import type { ReadingReason } from './reading.ts';

/** A place in a published file in words: 第2页第3个表格第5行第2列; undefined if nothing is known of it. */
export function placeWords({ page, sheet, table, row, column }: FilePlace): Text | undefined {
  const parts: [zh: string | false, en: string | false][] = [
    [sheet !== undefined && `工作表“${sheet}”`, sheet !== undefined && `sheet "${sheet}"`],
    [page !== undefined && `第${page}页`, page !== undefined && `page ${page}`],
    [table !== undefined && `第${table}个表格`, table !== undefined && `table ${table}`],
    [row !== undefined && `第${row}行`, row !== undefined && `row ${row}`],
    [column !== undefined && `第${column}列`, column !== undefined && `column ${column}`],
  ];
  const known = parts.filter((part): part is [string, string] => part[0] !== false);
  if (known.length === 0) return undefined;
  return { zh: known.map(([zh]) => zh).join(''), en: known.map(([, en]) => en).join(', ') };
}

/** Why a cell is not simply a number, in words. `plain` and `rewritten` need none. */
export const REASON_WORDS: Readonly<Record<ReadingReason, Text>> = {
  plain: { zh: '一个数', en: 'a plain number' },
  rewritten: { zh: '写法改成了一个数', en: 'rewritten as a plain number' },
  note: { zh: '数后面有说明', en: 'a number with a note' },
  'proved-zero': { zh: '空白，按本表的合计只能是 0', en: 'blank, but the sums of the table leave only 0' },
  shifted: { zh: '表格错位，按合计对得上的读法读', en: 'the grid is out of line and was read so that the sums hold' },
  'label-guessed': {
    zh: '行名或者列名印得不一样，按最像的认',
    en: 'the label differs from the form; the most similar one was taken',
  },
  ambiguous: { zh: '可以读成几个数', en: 'it can mean several numbers' },
  blank: { zh: '空白', en: 'blank' },
  dash: { zh: '印的是横线或者斜杠', en: 'a dash or a slash' },
  'not-a-number': { zh: '不是数', en: 'not a number' },
  missing: { zh: '没有找到', en: 'not found' },
};
