import type { Text } from '../diagnostics/text.ts';
import type { FilePlace } from './document.ts';
import type { ImportedCell, ReadingReason } from './reading.ts';

/** Where something stands in the file: 第3页第2个表第5行第4列; empty if nothing is known. */
export function placeText({ page, sheet, table, row, column }: FilePlace = {}): Text {
  const zh = [
    page !== undefined && `第${page}页`,
    sheet !== undefined && `工作表“${sheet}”`,
    table !== undefined && sheet === undefined && `第${table}个表`,
    row !== undefined && `第${row}行`,
    column !== undefined && `第${column}列`,
  ];
  const en = [
    page !== undefined && `page ${page}`,
    sheet !== undefined && `sheet "${sheet}"`,
    table !== undefined && sheet === undefined && `table ${table}`,
    row !== undefined && `row ${row}`,
    column !== undefined && `column ${column}`,
  ];
  const shown = (parts: readonly (string | false)[], mark: string) => parts.filter((part) => part !== false).join(mark);
  return { zh: shown(zh, ''), en: shown(en, ', ') };
}

/** What stood in a cell that was not plainly a number, and how it was read; undefined for a plain number. */
function cellRemark({ reason, text, confidence }: ImportedCell): Text | undefined {
  if (reason === 'plain' && confidence === 'sure') return undefined;
  if (reason === 'not-a-number' && text.startsWith('='))
    return { zh: '公式没有算出结果', en: 'a formula without a result' };
  const words = wordsOf(reason);
  const isShown = text.trim() !== '' && reason !== 'blank';
  return isShown
    ? { zh: `原文“${text}”${pause(words.zh, '，')}`, en: `printed "${text}"${pause(words.en, ', ')}` }
    : words;
}

const pause = (words: string, mark: string): string => (words === '' ? '' : `${mark}${words}`);

/** Why a cell is doubtful, by the reasons that are a doubt about the reading. */
const DOUBTS = {
  shifted: {
    zh: '照原样读对不上勾稽关系，错开一格才对得上',
    en: 'the sums hold only if the grid is read with a shift',
  },
  'label-guessed': { zh: '行名或者列名和格式不同', en: 'the label of the row or column differs from the form' },
  ambiguous: { zh: '可以读成几个数', en: 'it can be read as several numbers' },
  unbalanced: {
    zh: '这张表多数勾稽关系对不上，可能是格子错了位',
    en: 'most sums of its table do not hold, so its cells may be out of place',
  },
  recognized: {
    zh: '文字是从扫描件识别的，或者字体没有文字编码',
    en: 'the text was recognized from a scan, or its font has no letters',
  },
  unruled: {
    zh: '表没有框线，行列是按位置推断的',
    en: 'the table has no lines, so its rows and columns follow from positions',
  },
} satisfies Partial<Record<ReadingReason, Text>>;
type Doubt = keyof typeof DOUBTS;

const isDoubt = (reason: ReadingReason): reason is Doubt => reason in DOUBTS;

/** Why a cell is doubtful, for findings. */
export const doubtOf = (reason: ReadingReason): Text => DOUBTS[isDoubt(reason) ? reason : 'ambiguous'];

/** The words for the other reasons. */
const OTHERS: Readonly<Record<Exclude<ReadingReason, Doubt>, Text>> = {
  plain: { zh: '请核对', en: 'please check' },
  rewritten: { zh: '', en: '' },
  note: { zh: '', en: '' },
  'proved-zero': {
    zh: '没有写数，按本表的勾稽关系只能是 0，请核对',
    en: 'no number; by the sums of its table it can only be 0, please check',
  },
  blank: { zh: '原文空白', en: 'blank in the file' },
  dash: { zh: '没有写数', en: 'no number' },
  'not-a-number': { zh: '读不出数', en: 'it cannot be read as a number' },
  missing: { zh: '文件里没有找到', en: 'not found in the file' },
};

/** The words for a reason, after what stood in the cell. */
function wordsOf(reason: ReadingReason): Text {
  if (!isDoubt(reason)) return OTHERS[reason];
  const { zh, en } = DOUBTS[reason];
  return { zh: `存疑：${zh}，请核对`, en: `doubtful: ${en}, please check` };
}

/** What stood where, on one line: the remark of a cell with its place. */
export function remarkWithPlace(cell: ImportedCell): Text | undefined {
  const remark = cellRemark(cell);
  if (!remark) return undefined;
  const place = placeText(cell.place);
  return { zh: remark.zh + pause(place.zh, '，'), en: remark.en + pause(place.en, ', ') };
}
