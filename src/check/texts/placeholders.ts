import type { Text } from '../../diagnostics/text.ts';

/** What a template leaves for its user to replace. All texts are read as `readText` gives them. */
export interface Placeholder {
  readonly pattern: RegExp;
  readonly what: Text;
}

const BLANK: Text = { zh: '没有换成实际内容的空位', en: 'a blank that was not filled in' };
const INSTRUCTION: Text = { zh: '模板里的填写说明', en: "the template's instruction" };

/** Names of persons are masked like this: 王××. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';

export const PLACEHOLDERS: readonly Placeholder[] = [
  // Not inside words, addresses and numbers: 0570-XXXX, AXX, XXL.
  { pattern: new RegExp(`(?<![A-Za-z0-9@._${SURNAMES}-])[Xx]{2,}(?![A-Za-z0-9@._-])`, 'g'), what: BLANK },
  { pattern: /(?<![0-9])20[Xx×*]{2}(?=年)/g, what: BLANK },
  // One × multiplies, and so do more of them between numbers.
  { pattern: new RegExp(`(?<![0-9A-Za-z×${SURNAMES}])×{2,}(?![0-9A-Za-z×])`, 'g'), what: BLANK },
  { pattern: /□{2,}/g, what: BLANK },
  // Up to three asterisks are Markdown; a line of nothing else is a rule across the page.
  { pattern: /(?<![0-9A-Za-z*\n]|^)\*{4,}(?![0-9A-Za-z*@])|(?<=^|\n)\*{4,}(?=[^0-9A-Za-z*@\n])/g, what: BLANK },
  { pattern: /(?<![0-9A-Za-z_\n]|^)_{3,}(?![0-9A-Za-z_])|(?<=^|\n)_{3,}(?=[^0-9A-Za-z_\n])/g, what: BLANK },
  // A whole text without a letter or a digit: …… or a dash.
  { pattern: /^[^\p{L}\p{N}]+$/gu, what: { zh: '空着的正文', en: 'a text that says nothing' } },
  { pattern: /(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])/g, what: BLANK },
  { pattern: /(?<=^|[\n。,;:(【[])待(?:补充|填写|填报|完善|核实|确认|定)(?=$|[\n。,;)】\]])/g, what: BLANK },
  {
    pattern: /[([【<](?:请(?:在此|填|输入|补充|根据实际|按实际)|此处|在此)[^()[\]【】<>\n]{0,40}[)\]】>]/g,
    what: INSTRUCTION,
  },
  { pattern: /(?:此处|在此处?)(?:填写|填报|填入|输入|插入)/g, what: INSTRUCTION },
  { pattern: /[该本]部分以表格形式[^。,;\n]{0,6}/g, what: INSTRUCTION },
  // Tables stand in sections of their own: nothing follows these words in a text.
  { pattern: /(?:表格如下|如下表格?)[::。]?(?=$|\n(?!\|))/g, what: INSTRUCTION },
];
