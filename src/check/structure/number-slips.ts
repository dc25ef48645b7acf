import { say, type Text } from '../../diagnostics/text.ts';
import type { ValueKind } from '../../form/types.ts';
import { normalizeNumber, sumOf } from '../../report/normalize-number.ts';
import { ZERO_WIDTH } from '../../writing/patterns.ts';

/** Values that people write in place of a number, and what is wrong with each. */

export const write = (value: string | number): Text => say(`写成 ${value}`, `Write ${value}`);
export const CHECK = say('核对这个数', 'Check this number');
/** What to write for none, and for a number that is not known. */
const ZERO_OR_NULL = say('没有就写 0；还不知道就写 null', 'Write 0 for none, or null if it is not known yet');
const EXACT = say('写确切的数', 'Write the exact number');
const NOT_YET = say(
  '还不知道就写 null，定稿前填上',
  'Write null while it is not known; fill it in before the final report',
);

const HIDDEN = new RegExp(`[\\u00a0${ZERO_WIDTH}]`, 'u');
/** Words and signs for none. */
const NONE = /^[/／\-－—–−_＿―─]+$|^[（(]?(无|没有|暂无|不适用|未统计|未发生|n\/?a)[）)]?$/iu;

/** Whether this probably means that there is none; it can also mean that the number is not known. */
export const isNone = (text: string): boolean => text.length < 40 && NONE.test(text.trim());

/** A typical mistake. */
export interface NumberSlip {
  readonly pattern: RegExp;
  readonly kinds?: readonly ValueKind[];
  /** What is wrong; without a hint, the number is written in full if it is certain, and has to be checked otherwise. */
  readonly problem: (text: string, match: RegExpExecArray, kind: ValueKind) => { message: Text; hint?: Text };
}

const WHOLE: readonly ValueKind[] = ['count', 'change'];

const told = (zh: string, en: string) => (text: string) => ({ message: say(`“${text}”${zh}`, `"${text}" ${en}`) });
const toldWith = (zh: string, en: string, hint: Text) => (text: string) => ({ ...told(zh, en)(text), hint });

/** An amount with fractions of a 分, the smallest unit of money. */
const tooPrecise =
  (most: Text): NumberSlip['problem'] =>
  (text, match) => ({
    message: say(
      `“${text}”有 ${match[1]?.length} 位小数；${most.zh}`,
      `"${text}" has ${match[1]?.length} decimals; ${most.en}`,
    ),
    hint: say('核对这个数；不足一分的四舍五入', 'Check this number; round it to the nearest 分'),
  });

const ZEROS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** 4.821 and four places: 48210. Undefined if the number has more decimals than a cell of this kind can have. */
function shifted(number: string, places: number, kind: ValueKind): string | undefined {
  const [whole = '', decimals = ''] = number.split('.');
  const digits = whole + decimals;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const [left, right] = [padded.slice(0, at).replace(/^0+(?=[0-9])/, ''), padded.slice(at).replace(/0+$/, '')];
  const text = right === '' ? left : `${left}.${right}`;
  return normalizeNumber(text, { key: '', kind }) === text ? text : undefined;
}

/** What the unit of an amount means in the unit of the cell: 112000元 is 11.2 in 万元. */
function otherUnit(text: string, match: RegExpExecArray, kind: ValueKind) {
  const [, number = '', scale = '', yuan] = match;
  const places = (ZEROS[scale] ?? 0) - (kind === 'wan_yuan' && (yuan || scale === '亿') ? 4 : 0);
  const unit = kind === 'wan_yuan' ? ['万元', '万元'] : kind === 'yuan' ? ['元', '元'] : ['件', 'cases'];
  const same = kind === 'wan_yuan' && scale === '万';
  const result = shifted(number.replaceAll(',', ''), same ? 0 : places, kind);
  return {
    ...told(`的单位不是这一格的单位（${unit[0]}）`, `is not in the unit of this cell (${unit[1]})`)(text),
    hint: result === undefined ? CHECK : say(`核对后写成 ${result}`, `Check it, then write ${result}`),
  };
}

/** Typical mistakes in published reports; the first that matches is reported. */
export const SLIPS: readonly NumberSlip[] = [
  {
    pattern: /^[0-9]{13,}/,
    problem: toldWith('太大，最多十二位', 'is too large; it can have at most 12 digits', CHECK),
  },
  {
    pattern: HIDDEN,
    problem: (text) => told('里有看不见的字符', 'has an invisible character')(visible(text)),
  },
  { pattern: /^0[0-9]+(\.[0-9]+)?$/, problem: told('前面有多余的 0', 'has leading zeros') },
  {
    pattern: NONE,
    problem: toldWith('不是数字', 'is not a number', ZERO_OR_NULL),
  },
  {
    pattern: /^[待?？…xX×*＊]|^(空|空白|不详|未知|tbd|todo)$|核实|见附/iu,
    problem: toldWith('不是数字', 'is not a number', NOT_YET),
  },
  { pattern: /^[“”‘’"'].*[“”‘’"']$/u, problem: (text) => told('多了引号', 'has quotation marks')(text.slice(1, -1)) },
  { pattern: /[０-９．，－＋]/u, problem: told('用了全角字符', 'has full-width characters') },
  {
    pattern: /^-[0-9]+(\.[0-9]+)?$/,
    problem: toldWith('是负数，这里只能是 0 或者正数', 'is negative; the number must be 0 or more', CHECK),
  },
  {
    pattern: /^[+-]?[0-9]{1,3}([,，'’ _][0-9]{3})+(\.[0-9]+)?$/u,
    problem: (text) => ({
      ...told('用了千位分隔符', 'has thousands separators')(text),
      hint: write(text.replace(/[^0-9.+-]/gu, '')),
    }),
  },
  {
    pattern: /^[0-9]+( +[0-9]+)+$/,
    problem: toldWith(
      '中间有空格',
      'has a space in it',
      say(
        '核对是一个数还是两个数，写成没有空格的一个数',
        'Check whether this is one number or two, and write one number without spaces',
      ),
    ),
  },
  {
    pattern: /^[+-]?[0-9]+\.[0-9]+$/,
    kinds: WHOLE,
    problem: told('是小数，件数只能是整数', 'is not a whole number; a count must be one'),
  },
  {
    pattern: /^[0-9]+\.([0-9]{7,})(?:万元)?$/u,
    kinds: ['wan_yuan', 'amount'],
    problem: tooPrecise(say('万元最多六位（精确到分）', 'an amount in 万元 can have at most 6 (down to the 分)')),
  },
  {
    pattern: /^[0-9]+\.([0-9]{3,})元?$/u,
    kinds: ['yuan', 'amount'],
    problem: tooPrecise(say('元最多两位（精确到分）', 'an amount in 元 can have at most 2 (down to the 分)')),
  },
  {
    pattern: /^0[xob][0-9a-f]+$/i,
    problem: toldWith(
      '不是十进制数',
      'is not a decimal number',
      say('用普通的十进制数字', 'Write an ordinary decimal number'),
    ),
  },
  {
    pattern: /^[+-]?[0-9]+(\.[0-9]+)?e[+-]?[0-9]+$/i,
    problem: toldWith('是科学计数法', 'is in scientific notation', say('把数字完整写出来', 'Write out all the digits')),
  },
  { pattern: /^\+[0-9]+$/, problem: told('前面有加号', 'has a plus sign') },
  {
    pattern: /^[0-9OoIl]*[OoIl][0-9OoIl]*$/u,
    problem: (text) => ({
      ...told('里有字母，不全是数字', 'contains letters')(text),
      hint: write(text.replace(/[Oo]/gu, '0').replace(/[Il]/gu, '1')),
    }),
  },
  {
    pattern: /^[=＝]/u,
    problem: (text) => ({
      ...told('是电子表格的公式', 'is a formula of a spreadsheet')(text),
      ...(sumOf(text.slice(1)) === undefined && { hint: say('写公式算出的结果', 'Write the result of the formula') }),
    }),
  },
  {
    pattern: /^[0-9]+(?: ?[+＋] ?[0-9]+)+$/u,
    problem: (text) => ({
      ...told('是算式', 'is a calculation')(text),
      hint: say(
        `写结果；如果是相加，写成 ${sumOf(text) ?? '…'}`,
        `Write the result; if it is a sum, write ${sumOf(text) ?? '…'}`,
      ),
    }),
  },
  {
    pattern: /^(约|大约|近|超过?|不足|逾|至少|最多)|[余多][件个起份]?$|左右|上下|以上|以下|[+＋]$/u,
    problem: toldWith('不是确切的数', 'is not an exact number', EXACT),
  },
  { pattern: /^[0-9]+ ?[-~～—至到–] ?[0-9]+$/u, problem: toldWith('是一个范围', 'is a range', EXACT) },
  {
    pattern: /%|％/u,
    problem: toldWith(
      '是百分比',
      'is a percentage',
      say('写数量，不写百分比', 'Write the number itself, not a percentage'),
    ),
  },
  {
    pattern: /^([0-9]+(?:\.[0-9]+)?)\s*(件|万元|元|起|个|份|宗|次|项)?\s*[（(]([^（）()]+)[）)]$/u,
    problem: (text, [, number, unit, note], kind) => ({
      ...told('在数字后面带了说明', 'has a remark after the number')(text),
      ...((unit !== '元' || kind === 'yuan') && { hint: write(`{ value: ${number}, note: ${note} }`) }),
    }),
  },
  {
    pattern: /^([0-9][0-9,]*(?:\.[0-9]+)?)\s*([百千万亿])(?!元)\D?$/u,
    kinds: ['count', 'change', 'wan_yuan', 'yuan'],
    problem: otherUnit,
  },
  { pattern: /^([0-9][0-9,]*(?:\.[0-9]+)?)\s*()(元)$/u, kinds: ['wan_yuan'], problem: otherUnit },
  {
    pattern: /^([0-9][0-9,]*(?:\.[0-9]+)?)\s*([千万亿])(元)$/u,
    kinds: ['wan_yuan', 'yuan'],
    problem: (text, match, kind) =>
      kind === 'wan_yuan' && match[2] === '万'
        ? told('带了单位“万元”', 'includes the unit "万元"')(text)
        : otherUnit(text, match, kind),
  },
  {
    pattern: /^[￥¥$]/u,
    problem: (text) => ({
      ...told('带了货币符号', 'has a currency sign')(text),
      hint: write(text.replace(/[^0-9.]/gu, '')),
    }),
  },
  {
    pattern: /^[0-9.,]+\.?[。，、；;,.]$/u,
    problem: (text) => ({
      ...told(`后面多了“${text.at(-1)}”`, `ends with "${text.at(-1)}"`)(text),
      hint: write(text.replace(/[^0-9]+$/u, '')),
    }),
  },
  { pattern: /^(共计?|合计|总计)/u, problem: told('数字前面有别的字', 'has words before the number') },
  {
    // A unit is a word. 12+3 and 5/6 do not have one: they are calculations, and it is unclear which number was meant.
    pattern: /^([0-9][0-9.,]*)\s*([^0-9.,\s_+*/=-][^0-9+*/=]*)$/u,
    kinds: ['count', 'change', 'wan_yuan', 'yuan'],
    problem: (text, match) => ({
      ...told(`带了单位“${match[2]}”`, `includes the unit "${match[2]}"`)(text),
      hint: write((match[1] ?? '').replaceAll(',', '')),
    }),
  },
  {
    pattern: /^[〇零一二两三四五六七八九十百千万亿廿壹贰叁肆伍陆柒捌玖拾佰仟]+[件份个起宗]?$/u,
    problem: told('是中文数字', 'is written in Chinese numerals'),
  },
];

/** Invisible characters as ␣, so that the message shows where they are. */
const visible = (text: string): string => text.replaceAll(new RegExp(HIDDEN, 'gu'), '␣');
