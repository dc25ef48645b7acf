import type { RuleInfo } from '../../diagnostics/rule.ts';
import type { Text } from '../../diagnostics/text.ts';

/**
 * What reading a report file demands. These findings come from the decoder, the YAML parser, the JSON Schema and the
 * reading of cells, not from files of their own; here stands what is known of them.
 */

const say = (zh: string, en: string): Text => ({ zh, en });

const FILE_FORMAT = say('报告文件的格式', 'the format of the report file');
const YAML = say('YAML 1.2', 'YAML 1.2');
const PRACTICE = say('实践中的做法（没有找到明文）', 'practice (no written rule was found)');
const FORM = say(
  '国办公开办函〔2021〕30号、〔2019〕60号的表格',
  'the tables of notices 国办公开办函〔2021〕30号 and 〔2019〕60号',
);

type Known = Omit<RuleInfo, 'severity' | 'fixed' | 'source'> & { readonly source?: Text };

/** What can not be waived: without it the report can not be read. */
const basic = (known: Known): RuleInfo => ({ severity: 'error', fixed: true, source: FILE_FORMAT, ...known });

const FILE_RULES = [
  basic({
    id: 'file-binary',
    title: say('报告是文本文件', 'A report is a text file'),
    why: say(
      'Word、PDF 和表格文件读不了；报告写在 YAML 里。',
      'Word, PDF and spreadsheet files can not be read: a report is written in YAML.',
    ),
    example: { good: 'year: 2023', bad: '%PDF-1.7' },
  }),
  basic({
    id: 'file-encoding',
    title: say('文件是 UTF-8 编码', 'The file is in UTF-8'),
    why: say('别的编码会把字读错。', 'In any other encoding characters are misread.'),
    example: { good: '# 教育局', bad: '# 用 GBK 编码保存的文件' },
  }),
  basic({
    id: 'file-empty',
    title: say('文件里有内容', 'The file is not empty'),
    why: say('空文件多半是保存时出了错。', 'An empty file mostly comes from a failed save.'),
    example: { good: 'year: 2023', bad: '' },
  }),
  basic({
    id: 'file-too-large',
    title: say('文件不超过 5 MB', 'The file has at most 5 MB'),
    why: say(
      '一份报告只有几十 KB，更大的多半选错了文件。',
      'A report has some ten KB; anything larger is most likely another file.',
    ),
    example: { good: 'year: 2023', bad: '# …5 MB 以上' },
  }),
];

const YAML_RULES = [
  basic({
    id: 'yaml-syntax',
    title: say('YAML 写法正确', 'The YAML is well formed'),
    why: say(
      '冒号、引号、括号和缩进错了，后面的内容就读不出来。',
      'With a wrong colon, quote, bracket or indent, what follows can not be read.',
    ),
    source: YAML,
    example: {
      good: 'title: "清溪县教育局2023年政府信息公开工作年度报告"',
      bad: 'title: "清溪县教育局2023年政府信息公开工作年度报告',
    },
  }),
  basic({
    id: 'yaml-tab',
    title: say('用空格缩进，不用制表符', 'Indented with spaces, not tabs'),
    why: say('YAML 不认制表符。', 'YAML has no tabs.'),
    source: YAML,
    example: { good: 'preface:\n  text: 前言', bad: 'preface:\n\ttext: 前言' },
  }),
  basic({
    id: 'yaml-multiple-documents',
    title: say('一份文件只写一份报告', 'One file holds one report'),
    why: say('--- 后面的内容不会被读到。', 'What stands behind --- is not read.'),
    source: YAML,
    example: {
      good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
      bad: '---\ntitle: 清溪县教育局2023年政府信息公开工作年度报告',
    },
  }),
  basic({
    id: 'yaml-reference',
    title: say('值写在用它的地方', 'A value stands where it is used'),
    why: say(
      '锚点、别名、合并键和标签让人看不出一个数是什么。',
      'With anchors, aliases, merge keys and tags nobody sees what a number is.',
    ),
    example: {
      good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
      bad: 'title: &name 清溪县教育局2023年政府信息公开工作年度报告',
    },
  }),
  basic({
    id: 'yaml-too-deep',
    title: say('嵌套不超过报告的层数', 'No deeper than a report is'),
    why: say('报告最多五层；更深的不是报告。', 'A report has five levels at most.'),
    example: { good: 'waivers: []', bad: 'waivers: [[[[[[ …几千层' },
  }),
  basic({
    id: 'yaml-braces',
    title: say('{{…}} 写在引号里', '{{…}} stands in quotes'),
    why: say('值用花括号开头，YAML 就把它当成映射。', 'YAML takes a value that begins with a brace for a map.'),
    source: YAML,
    example: { good: 'title: "{{agency.name}}2023年政府信息公开工作年度报告"', bad: 'title: {{agency.name}}' },
  }),
  basic({
    id: 'duplicate-key',
    title: say('一个键只写一次', 'A key stands once'),
    why: say('写了两次，不知道哪一个数算数。', 'Of two numbers nobody knows which counts.'),
    source: YAML,
    example: {
      good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
      bad: 'title: 清溪县教育局2023年政府信息公开工作年度报告\ntitle: 清溪县教育局2023年政府信息公开工作年度报告',
    },
  }),
];

const SCHEMA_RULES = [
  basic({
    id: 'missing-key',
    title: say('该写的键都写了', 'Every key that is needed is there'),
    why: say(
      '机关、年度、发布日期和六个部分缺一不可。',
      'Agency, year, date of publication and the six sections are all needed.',
    ),
    example: { good: 'corrected: { date: 2024-03-01, note: 更正表三合计 }', bad: 'corrected: { date: 2024-03-01 }' },
  }),
  basic({
    id: 'unknown-key',
    title: say('没有不认识的键', 'No key that a report does not have'),
    why: say('拼错的键，它的数就不算在报告里。', 'The numbers of a misspelt key are not in the report.'),
    example: { good: 'agency: { short_name: 县教育局 }', bad: 'agency: { shortname: 县教育局 }' },
  }),
  basic({
    id: 'wrong-type',
    title: say('值的种类对', 'A value is of its kind'),
    why: say(
      '该是文字的写成列表、该是列表的写成文字，印出来就不对。',
      'A list for a text, or a text for a list, would be printed wrongly.',
    ),
    example: { good: 'agency: { vertical: false }', bad: 'agency: { vertical: 否 }' },
  }),
  basic({
    id: 'empty-text',
    title: say('文字不是空的', 'A text is not empty'),
    why: say('写了键却没有内容，多半是忘了填。', 'A key without content was most likely forgotten.'),
    example: { good: 'title: 清溪县教育局2023年政府信息公开工作年度报告', bad: 'title: ""' },
  }),
  basic({
    id: 'not-a-choice',
    title: say('只能写列出的几个词', 'Only the words that are listed'),
    why: say('层级、类型决定用哪些核对。', 'Level and kind decide what is checked.'),
    example: { good: 'agency: { level: county }', bad: 'agency: { level: 县 }' },
  }),
  basic({
    id: 'not-a-date',
    title: say('日期写成 2024-01-22，而且有这一天', 'A date is written 2024-01-22 and exists'),
    why: say('日期要印出来，也要和期限比较。', 'Dates are printed, and compared with the deadlines.'),
    example: { good: 'published: 2024-01-22', bad: 'published: 2024-01-32' },
  }),
  basic({
    id: 'not-a-row',
    title: say('一行按列写', 'A row is written by its columns'),
    why: say(
      '一行有好几个单元格，只写一个数说不清是哪一个。',
      'A row has several cells; a single number does not say which one it is.',
    ),
    example: {
      good: 'reconsideration_and_litigation: { reconsideration: { upheld: 1 } }',
      bad: 'reconsideration_and_litigation: { reconsideration: 1 }',
    },
  }),
  basic({
    id: 'not-a-count',
    title: say(
      '件数是不小于零的整数；金额以万元计最多六位小数，以元计最多两位',
      'A count is a whole number, zero or more; money in 万元 has six decimals at most, in 元 two',
    ),
    why: say(
      '单位、逗号、斜杠、负数和小数都不是件数；这样的单元格不能参加任何一个和。',
      'Units, commas, slashes, negative and fractional numbers are no counts, and take part in no sum.',
    ),
    source: FORM,
    example: {
      good: 'active_disclosure: { administrative_licensing: { decisions: 36 } }',
      bad: 'active_disclosure: { administrative_licensing: { decisions: 36件 } }',
    },
  }),
  basic({
    id: 'cell-unknown',
    title: say('每个单元格都有数，没有就写 0', 'Every cell has a number; none is 0'),
    why: say(
      '空白不等于零：公布出来的空白和斜杠，年年被点名。',
      'A blank is not zero: published blanks and slashes are named year after year.',
    ),
    source: PRACTICE,
    example: {
      good: 'active_disclosure: { administrative_licensing: { decisions: 0 } }',
      bad: 'active_disclosure: { administrative_licensing: { decisions: null } }',
    },
  }),
];

const PREVIOUS_RULES = [
  basic({
    id: 'previous-unreadable',
    title: say('previous 指的上年报告读得出来', "Last year's report, named by previous, can be read"),
    why: say('读不出上年报告，跨年的核对就都没有做。', 'Without it, nothing is compared with last year.'),
    example: { good: 'title: 清溪县教育局2023年政府信息公开工作年度报告', bad: 'previous: ../2022.yaml' },
  }),
];

const FORM_RULES: readonly RuleInfo[] = [
  basic({
    id: 'form-edition',
    title: say('用年度对应的格式', 'The form of the year'),
    why: say(
      '2021 年度起用新格式，2019、2020 年度用旧格式；两种格式的表二不能比较。',
      'The form of 2021 is used from the year 2021 on, the older one for 2019 and 2020; their tables 二 can not be compared.',
    ),
    source: FORM,
    example: { good: 'form: "2021"', bad: 'form: "2019"' },
  }),
  {
    id: 'hybrid-form',
    severity: 'warning',
    title: say('（六）其他处理分三行填写', '（六）其他处理 has three rows'),
    why: say(
      '2021 年格式把它分成三行；有的报告还按旧格式写成一行。',
      'The form of 2021 has three rows here; some reports still have the single row of the older form.',
    ),
    source: FORM,
    example: {
      good: 'applications: { received: { natural_person: 1 }, outcomes: { other_handling: { supplement_overdue: { natural_person: 1 } } } }',
      bad: 'applications: { received: { natural_person: 1 }, outcomes: { other_handling: { natural_person: 1 } } }',
    },
  },
  basic({
    id: 'unknown-path',
    title: say('{{…}} 印得出一个数', '{{…}} prints a number'),
    why: say(
      '正文里的数取自表格；路径写错、分母是 0、没有上年的报告，就印不出数。',
      'Numbers in the prose come from the tables; with a wrong path, a whole of 0 or no report of last year there is none to print.',
    ),
    example: {
      good: 'preface: { text: "全年收到申请{{applications.received.total}}件。" }',
      bad: 'preface: { text: "全年收到申请{{applications.recieved.total}}件。" }',
    },
  }),
  {
    id: 'unsupported-markup',
    severity: 'warning',
    title: say('正文里没有 HTML 和图片', 'No HTML and no pictures in the prose'),
    why: say('HTML 会照原样印出来，图片不会印出来。', 'HTML is printed as it stands, pictures are not printed.'),
    source: FILE_FORMAT,
    example: { good: 'preface: { text: "**重要**事项" }', bad: 'preface: { text: "<b>重要</b>事项" }' },
  },
];

export const STRUCTURE_RULES: readonly RuleInfo[] = [
  ...FILE_RULES,
  ...YAML_RULES,
  ...SCHEMA_RULES,
  ...FORM_RULES,
  ...PREVIOUS_RULES,
];
