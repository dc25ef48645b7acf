import { say, type Text } from '../../diagnostics/text.ts';
import type { ValueKind } from '../../form/types.ts';

/** Describes a value that should be a number, and says what to write instead. */
export interface NumberProblem {
  readonly message: Text;
  readonly hint: Text;
}

const write = (value: string): Text => say(`写成 ${value}`, `Write ${value}`);

const HALF_WIDTH = (text: string) =>
  text.replace(/[０-９．，－＋]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0));

interface NumberSlip {
  readonly pattern: RegExp;
  readonly kinds?: readonly ValueKind[];
  readonly problem: (text: string, match: RegExpExecArray) => NumberProblem;
}

const WHOLE: readonly ValueKind[] = ['count', 'change'];

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

/** Typical mistakes in published reports; the first that matches is reported. */
const SLIPS: readonly NumberSlip[] = [
  {
    pattern: /^[0-9]{13,}/,
    problem: (text) => ({
      message: say(`“${text}”太大，最多十二位`, `"${text}" is too large; it can have at most 12 digits`),
      hint: say('核对这个数', 'Check this number'),
    }),
  },
  {
    pattern: /^0[0-9]+(\.[0-9]+)?$/,
    problem: (text) => ({
      message: say(`“${text}”前面有多余的 0`, `"${text}" has leading zeros`),
      hint: write(text.replace(/^0+(?=[0-9])/, '')),
    }),
  },
  {
    pattern: /^[/／\-－—–−_＿]+$|^(无|没有|暂无|不适用|未统计|n\/?a)$/iu,
    problem: (text) => ({
      message: say(`“${text}”不是数字`, `"${text}" is not a number`),
      hint: say('没有就写 0；还不知道就写 null', 'Write 0 for none, or null if it is not known yet'),
    }),
  },
  {
    pattern: /[０-９．，－＋]/u,
    problem: (text) => ({
      message: say(`“${text}”用了全角字符`, `"${text}" has full-width characters`),
      hint: write(HALF_WIDTH(text).replaceAll(',', '')),
    }),
  },
  {
    pattern: /^-[0-9]+(\.[0-9]+)?$/,
    problem: (text) => ({
      message: say(`“${text}”是负数，这里只能是 0 或者正数`, `"${text}" is negative; the number must be 0 or more`),
      hint: say('核对这个数', 'Check this number'),
    }),
  },
  {
    pattern: /^[+-]?[0-9]{1,3}([,，'’ _][0-9]{3})+(\.[0-9]+)?$/u,
    problem: (text) => ({
      message: say(`“${text}”用了千位分隔符`, `"${text}" has thousands separators`),
      hint: write(text.replace(/[^0-9.+-]/gu, '')),
    }),
  },
  {
    pattern: /^[+-]?[0-9]+\.[0-9]+$/,
    kinds: WHOLE,
    problem: (text) => ({
      message: say(`“${text}”是小数，件数只能是整数`, `"${text}" is not a whole number; a count must be one`),
      hint: /\.0+$/.test(text) ? write(text.replace(/\.0+$/, '')) : say('核对这个数', 'Check this number'),
    }),
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
    problem: (text) => ({
      message: say(`“${text}”不是十进制数`, `"${text}" is not a decimal number`),
      hint: say('用普通的十进制数字', 'Write an ordinary decimal number'),
    }),
  },
  {
    pattern: /^[+-]?[0-9]+(\.[0-9]+)?e[+-]?[0-9]+$/i,
    problem: (text) => ({
      message: say(`“${text}”是科学计数法`, `"${text}" is in scientific notation`),
      hint: say('把数字完整写出来', 'Write out all the digits'),
    }),
  },
  {
    pattern: /^\+([0-9]+)$/,
    problem: (text, match) => ({
      message: say(`“${text}”前面有加号`, `"${text}" has a plus sign`),
      hint: write(match[1] ?? ''),
    }),
  },
  {
    pattern: /^(?=.*[0-9])[0-9OoIl]*[OoIl][0-9OoIl]*$/u,
    problem: (text) => ({
      message: say(`“${text}”里有字母，不全是数字`, `"${text}" contains letters`),
      hint: write(text.replace(/[Oo]/gu, '0').replace(/[Il]/gu, '1')),
    }),
  },
  {
    pattern: /^([0-9]+)\s*[（(](.+)[）)]$/u,
    problem: (text, match) => ({
      message: say(`“${text}”在数字后面带了说明`, `"${text}" has a remark after the number`),
      hint: write(`{ value: ${match[1]}, note: ${match[2]} }`),
    }),
  },
  {
    // A unit is a word. 12+3 and 5/6 do not have one: they are calculations, and it is unclear which number was meant.
    pattern: /^([0-9][0-9.,]*)\s*([^0-9.,\s_+*/=-][^0-9+*/=]*)$/u,
    kinds: ['count', 'change', 'wan_yuan', 'yuan'],
    problem: (text, match) => ({
      message: say(`“${text}”带了单位“${match[2]}”`, `"${text}" includes the unit "${match[2]}"`),
      hint: write((match[1] ?? '').replaceAll(',', '')),
    }),
  },
  {
    pattern: /^[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+[件份个起宗]?$/u,
    problem: (text) => ({
      message: say(`“${text}”是中文数字`, `"${text}" is written in Chinese numerals`),
      hint: say('用阿拉伯数字', 'Use Arabic numerals'),
    }),
  },
];

const EXPECTED: Readonly<Record<ValueKind, Text>> = {
  count: say('这里要一个 0 或者更大的整数', 'This must be a whole number, 0 or more'),
  change: say('这里要一个整数，减少用负数', 'This must be a whole number; for a decrease it is negative'),
  wan_yuan: say('这里要一个以万元为单位的数，最多六位小数', 'This must be an amount in 万元 with at most 6 decimals'),
  yuan: say('这里要一个以元为单位的数，最多两位小数', 'This must be an amount in 元 with at most 2 decimals'),
  amount: say('这里要一个金额，例如 251000元 或 52.15万元', 'This must be an amount, such as 251000元 or 52.15万元'),
};

/** Says why a value is not a number of this kind. */
export function describeNumber(written: unknown, kind: ValueKind): NumberProblem {
  if (Array.isArray(written)) return { message: say('这里是一个列表', 'This is a list'), hint: EXPECTED[kind] };
  if (typeof written === 'boolean') {
    return { message: say(`这里是 ${written}`, `This is ${written}`), hint: EXPECTED[kind] };
  }
  const text = String(written);
  for (const { pattern, kinds, problem } of SLIPS) {
    if (kinds && !kinds.includes(kind)) continue;
    const match = pattern.exec(text);
    if (match) return problem(text, match);
  }
  return { message: say(`“${text}”不是数字`, `"${text}" is not a number`), hint: EXPECTED[kind] };
}
