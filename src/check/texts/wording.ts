/** Common mistakes in the fixed terms of a report, as data. The patterns are matched against text normalized by `readText`. */

/** A mistake and its correction. To add a mistake to the rule, add a line. */
export interface WordingSlip {
  readonly pattern: RegExp;
  /** The replacement, as in `String.replace`. */
  readonly right: string;
  /** Words that every match has. */
  readonly sign: string;
}

/** The fixed terms of the form and of the Regulations. A doubled character inside a term is a mistake. */
const TERMS = [
  '政府信息公开',
  '政府信息公开申请',
  '依申请公开',
  '主动公开',
  '行政规范性文件',
  '行政复议',
  '行政诉讼',
  '行政许可',
  '行政处罚',
  '行政强制',
  '过程性信息',
  '内部事务信息',
  '予以公开',
  '部分公开',
  '不予公开',
  '无法提供',
  '不予处理',
  '上年结转',
  '结转下年度继续办理',
  '信息处理费',
  '现行有效',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
  '工作年度报告',
];

const of = (sign: string, pattern: RegExp, right: string): WordingSlip => ({ pattern, right, sign });

const WRONG_WORDS: readonly WordingSlip[] = [
  // 截止 means that a term ends; 截至 means that a number is as of a day.
  of('截止', /(?<=^|[,。;:、(\n])截止(?=20\d{2}年|\d{1,2}月\d{1,2}日|目前|(?:当|本|上|去)?年[底末])/g, '截至'),
  of('止', /(?<![\d.])(\d{1,2}月\d{1,2})止/g, '$1日止'),
  // 2025 12月31日, 2025-1月, 202512月31日: 年 was lost.
  of('月', /(?<![\d.〔[(-])(20\d{2})[ ./-]?(1[0-2]|0?[1-9])月(?=\d|份|底|末|初|[,。;至到起止、)]|$)/gm, '$1年$2月'),
  of('度', /(?<![\d.〔[(-])(20\d{2})度(?=政府信息|工作|我|全|本|,|报告|主动公开|依申请)/g, '$1年度'),
  of('20', /(?<=^|[。!?;\n])(20\d{2}),(?=我|本|全|各)/g, '$1年，'),
  of('信息公开条列', /信息公开条列/g, '信息公开条例'),
  of(
    '条例》',
    /《中华人民共和国(?:政务公开|政务信息公开|信息公开|政府信息公开工作)条例》/g,
    '《中华人民共和国政府信息公开条例》',
  ),
  of('条例》', /《(?:政务信息公开|政府信息公开工作)条例》/g, '《政府信息公开条例》'),
  of('公开', /予[于已]公开/g, '予以公开'),
  of('公开', /不[于与]公开/g, '不予公开'),
  of('部份公开', /部份公开/g, '部分公开'),
  of('行政', /行政[付复]义/g, '行政复议'),
  of('规范型文件', /规范型文件/g, '规范性文件'),
  of('问题及改情况', /问题及改情况/g, '问题及改进情况'),
  of('图图文', /图图文/g, '图文'),
];

/** Leaves out the first and the last character, because the next word may begin with the same one (申请公开开展). */
const doubled = (term: string): WordingSlip[] =>
  [...term].slice(1, -1).map((char, index) => {
    const wrong = term.slice(0, index + 2) + char + term.slice(index + 2);
    return of(char + char, new RegExp(wrong, 'g'), term);
  });

const DOUBLED_TERMS = TERMS.flatMap(doubled);
const DOUBLED = /([\u4e00-\u9fff])\1/g;

/** The mistakes that a text can have, by its signs. */
export function slipsIn(text: string): readonly WordingSlip[] {
  const pairs = text.match(DOUBLED);
  const wrong = WRONG_WORDS.filter(({ sign }) => text.includes(sign));
  return pairs ? [...wrong, ...DOUBLED_TERMS.filter(({ sign }) => pairs.includes(sign))] : wrong;
}
