import type { Text } from '../diagnostics/text.ts';
import type { Cell } from '../report/cell.ts';

/** Something about a cell that a person must look at; the report keeps its number. */
export interface NotTaken {
  readonly path: string;
  readonly kind: 'missing' | 'cleared' | 'text' | 'doubtful' | 'both-changed' | 'sum' | 'note' | 'notation';
  readonly message: Text;
}

/** What a workbook has in place of the number of a cell. */
interface InWorkbook {
  /** The number that was read. */
  readonly value?: string | undefined;
  readonly text: string;
  readonly note?: string | undefined;
  /** The number that the workbook was made with. */
  readonly made?: string | undefined;
}

/** What to tell of a number that was not taken. */
export function notTaken(kind: NotTaken['kind'], cell: Cell, number: InWorkbook): NotTaken {
  const { zh, en } = WORDS[kind](cell, number);
  return { path: cell.path, kind, message: { zh: `${cell.name}：${zh}`, en: `${cell.name}: ${en}` } };
}

const WORDS: Readonly<Record<NotTaken['kind'], (cell: Cell, number: InWorkbook) => Text>> = {
  missing: () => ({
    zh: '表格里没有这一格，报告没有动',
    en: 'the workbook does not have this cell; the report is unchanged',
  }),
  cleared: ({ text }) => ({
    zh: `表格里是空的，报告里的 ${text} 没有动`,
    en: `blank in the workbook; the report keeps ${text}`,
  }),
  text: ({ kind }, { text }) => ({
    zh: `“${inCell(text).zh}”不是这一格能填的数，要填${WANTED[kind].zh}`,
    en: `"${inCell(text).en}" is not a number for this cell; give ${WANTED[kind].en}`,
  }),
  note: (_, { note = '' }) => ({
    zh: `说明成了“${note}”，没有取`,
    en: `the note is now "${note}" and was not taken`,
  }),
  doubtful: (_, { text, value }) => ({
    zh: `“${inCell(text).zh}”读作 ${value}，存疑，没有取`,
    en: `"${inCell(text).en}" was read as ${value}, which is doubtful, and not taken`,
  }),
  'both-changed': ({ text }, { value, made }) => ({
    zh: `表格里从 ${made || '空'} 改成 ${value}，报告里改成了 ${text || '空'}，没有取`,
    en: `the workbook changed ${made || 'blank'} to ${value}, the report to ${text || 'blank'}; not taken`,
  }),
  notation: (_, { value }) => ({
    zh: `报告文件里这一处的写法不能自动改，请自己改成 ${value}`,
    en: `the notation in the report file cannot be edited; change it to ${value} yourself`,
  }),
  sum: (_, { text }) => ({
    zh: `表格里的合计 ${text} 不是各项之和，没有取：公式改掉了，或者没有重算（用表格软件打开，保存一次）`,
    en: `the total ${text} in the workbook is not the sum of its parts and was not taken: its formula was overwritten, or not computed again (open the workbook and save it)`,
  }),
};

/** Where the format of a cell hides digits, its text has both numbers: 1.5≈2. */
const inCell = (text: string): Text => ({
  zh: text.replace(/^(.+)≈(.+)$/su, '$1（显示成 $2）'),
  en: text.replace(/^(.+)≈(.+)$/su, '$1 (shown as $2)'),
});

const WANTED: Readonly<Record<Cell['kind'], Text>> = {
  count: { zh: '整数，0 或者更大', en: 'a whole number, 0 or more' },
  change: { zh: '整数，减少的填负数', en: 'a whole number, negative for a decrease' },
  wan_yuan: { zh: '万元的数，最多六位小数', en: 'an amount in 万元 with at most six decimals' },
  yuan: { zh: '元的数，最多两位小数', en: 'an amount in 元 with at most two decimals' },
  amount: { zh: '金额', en: 'an amount' },
};
