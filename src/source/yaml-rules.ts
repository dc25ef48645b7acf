import type { YAMLError } from 'yaml';
import { fixedRule, type RuleInfo } from '../diagnostics/rule.ts';
import { say, type Text } from '../diagnostics/text.ts';

/** A finding about the YAML of a file, without its place. */
export interface YamlMessage {
  readonly rule: RuleInfo;
  readonly message: Text;
  readonly hint: Text;
}

export const YAML: Text = say('YAML 1.2', 'YAML 1.2');

export const yamlSyntax = fixedRule({
  id: 'yaml-syntax',
  title: say('YAML 写法正确', 'The YAML is well formed'),
  why: say(
    '冒号、引号、括号和缩进错了，后面的内容就读不出来。',
    'If a colon, quote, bracket or indent is wrong, the rest of the file cannot be read.',
  ),
  source: YAML,
  example: {
    good: 'title: "清溪县教育局2023年政府信息公开工作年度报告"',
    bad: 'title: "清溪县教育局2023年政府信息公开工作年度报告',
  },
});

export const yamlTab = fixedRule({
  id: 'yaml-tab',
  title: say('用空格缩进，不用制表符', 'Lines are indented with spaces, not tabs'),
  why: say('YAML 不认制表符。', 'YAML does not allow tabs for indentation.'),
  source: YAML,
  example: { good: 'preface:\n  text: 前言', bad: 'preface:\n\ttext: 前言' },
});

const yamlMultipleDocuments = fixedRule({
  id: 'yaml-multiple-documents',
  title: say('一份文件只写一份报告', 'A file contains only one report'),
  why: say('--- 后面的内容不会被读到。', 'Anything after --- is not read.'),
  source: YAML,
  example: {
    good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
    bad: '---\ntitle: 清溪县教育局2023年政府信息公开工作年度报告',
  },
});

export const yamlReference = fixedRule({
  id: 'yaml-reference',
  title: say('值写在用它的地方', 'A value is written where it is used'),
  why: say(
    '锚点、别名、合并键和标签让人看不出一个数是什么。',
    'With anchors, aliases, merge keys and tags, readers cannot see what a number is.',
  ),
  example: {
    good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
    bad: 'title: &name 清溪县教育局2023年政府信息公开工作年度报告',
  },
});

const yamlTooDeep = fixedRule({
  id: 'yaml-too-deep',
  title: say('嵌套不超过报告的层数', 'The nesting is not deeper than a report needs'),
  why: say('报告最多五层；更深的不是报告。', 'A report has at most five levels; a deeper file is not a report.'),
  example: { good: 'waivers: []', bad: 'waivers: [[[[[[ …几千层' },
});

const yamlTooLarge = fixedRule({
  id: 'yaml-too-large',
  title: say('文件的内容不远超一份报告', 'The file does not hold far more than a report'),
  why: say(
    '一份报告不到 2000 个值、3 万字；远超这些的，是选错了文件，或者文件坏了。最多读 30 万个字符（注释不算）和 20 万个记号。',
    'A report has fewer than 2,000 values and 30,000 characters. A file with far more is the wrong file or damaged. At most 300,000 characters, not counting comments, and 200,000 YAML tokens are read.',
  ),
  example: { good: 'title: 清溪县教育局2023年政府信息公开工作年度报告', bad: 'title: 很长很长的文字 …30 万字以上' },
});

const yamlBraces = fixedRule({
  id: 'yaml-braces',
  title: say('{{…}} 写在引号里', '{{…}} is in quotes'),
  why: say('值用花括号开头，YAML 就把它当成映射。', 'YAML reads a value that begins with a brace as a map.'),
  source: YAML,
  example: { good: 'title: "{{agency.name}}2023年政府信息公开工作年度报告"', bad: 'title: {{agency.name}}' },
});

const duplicateKey = fixedRule({
  id: 'duplicate-key',
  title: say('一个键只写一次', 'A key is written once'),
  why: say('写了两次，不知道哪一个数算数。', 'If a key is written twice, it is unclear which number counts.'),
  source: YAML,
  example: {
    good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
    bad: 'title: 清溪县教育局2023年政府信息公开工作年度报告\ntitle: 清溪县教育局2023年政府信息公开工作年度报告',
  },
});

export const YAML_RULES: readonly RuleInfo[] = [
  yamlSyntax,
  yamlTab,
  yamlMultipleDocuments,
  yamlReference,
  yamlTooDeep,
  yamlTooLarge,
  yamlBraces,
  duplicateKey,
];

export const QUOTE = say(
  '值里有冒号、引号、井号或括号时，用英文双引号括起来',
  'Put a value with a colon, quote, # or bracket in "double quotes"',
);

/** Messages for the errors of the parser, by code. */
export const BY_CODE: Partial<Record<YAMLError['code'], YamlMessage>> = {
  TAB_AS_INDENT: {
    rule: yamlTab,
    message: say('这一行用制表符（Tab）缩进', 'This line is indented with a tab'),
    hint: say(
      'YAML 只能用空格缩进：把 Tab 换成两个空格',
      'YAML must be indented with spaces: replace the tab with two spaces',
    ),
  },
  MULTIPLE_DOCS: {
    rule: yamlMultipleDocuments,
    message: say('文件里有好几份文档（--- 把它们隔开）', 'The file contains several documents (separated by ---)'),
    hint: say(
      '一份文件只写一份报告：删去 ---，或者分成几个文件',
      'Write one report per file: remove the --- or split the file',
    ),
  },
  BAD_INDENT: {
    rule: yamlSyntax,
    message: say('缩进不对', 'The indentation is wrong'),
    hint: say(
      '同一层的键左边对齐，下一层多缩进两个空格',
      'Align the keys of the same level; indent the next level by two spaces',
    ),
  },
  MISSING_CHAR: {
    rule: yamlSyntax,
    message: say(
      '引号或者括号没有收尾，或者键后面少了冒号',
      'A quote or bracket is not closed, or the colon after a key is missing',
    ),
    hint: QUOTE,
  },
  BLOCK_AS_IMPLICIT_KEY: {
    rule: yamlSyntax,
    message: say('一行里写了两个键', 'There are two keys on one line'),
    hint: say(
      '每个键写一行；值里有冒号时用英文双引号括起来',
      'Write one key per line; put a value with a colon in "double quotes"',
    ),
  },
  MULTILINE_IMPLICIT_KEY: {
    rule: yamlSyntax,
    message: say(
      '键只能写在一行里，后面跟英文冒号和空格',
      'A key must be on one line, followed by a colon and a space',
    ),
    hint: QUOTE,
  },
  BAD_DQ_ESCAPE: {
    rule: yamlSyntax,
    message: say('双引号里的反斜杠后面不是合法的转义', 'The backslash in double quotes does not start a valid escape'),
    hint: say('换成单引号，或者写成 \\\\', 'Use single quotes, or write \\\\'),
  },
  BAD_SCALAR_START: {
    rule: yamlSyntax,
    message: say('值不能用这个符号开头', 'A value cannot start with this character'),
    hint: QUOTE,
  },
};

/** For nesting that is too deep. */
export const TOO_DEEP: YamlMessage = {
  rule: yamlTooDeep,
  message: say('嵌套太深', 'The nesting is too deep'),
  hint: say(
    '报告最多五层，请检查括号和缩进',
    'A report has at most five levels; check the brackets and the indentation',
  ),
};

const WRONG_FILE = say('请检查这个文件是不是报告', 'Check that this is the right file');

/** For far more keys, values or blank lines than a report has. */
export const TOO_MANY: YamlMessage = {
  rule: yamlTooLarge,
  message: say(
    '文件里的值或空行太多，从这里起没有读',
    'The file has too many values or blank lines; it was not read from here on',
  ),
  hint: WRONG_FILE,
};

/** For far more text than a report has. */
export const TOO_LONG: YamlMessage = {
  rule: yamlTooLarge,
  message: say(
    '文件的文字超过 30 万字，从这里起没有读',
    'The file has more than 300,000 characters; it was not read from here on',
  ),
  hint: WRONG_FILE,
};

/** For `{{path}}` without quotes, which YAML reads as a map. */
export const BRACES: YamlMessage = {
  rule: yamlBraces,
  message: say('YAML 把 {{…}} 当成了映射', 'YAML reads {{…}} as a map'),
  hint: say(
    '用英文双引号把整个值括起来，或者写在 | 的下一行',
    'Put the whole value in "double quotes", or on the line after a |',
  ),
};

/** For `**bold**` at the start of a value: YAML reads the asterisk as an alias. */
export const STAR: YamlMessage = {
  rule: yamlReference,
  message: say('YAML 把开头的星号当成了别名', 'YAML reads an asterisk at the start of a value as an alias'),
  hint: BRACES.hint,
};

/** What is missing where a quote or bracket was opened. */
const CLOSING: Readonly<Record<string, Text>> = {
  '"': say('英文双引号', 'double quote'),
  "'": say('英文单引号', 'single quote'),
  '{': say('花括号“}”', 'brace "}"'),
  '[': say('方括号“]”', 'bracket "]"'),
};
const ANY = say('引号或者括号', 'quote or bracket');

/** For a quote or bracket that is not closed; the place is where it was opened. */
export function unclosed(sign: string): YamlMessage {
  const { zh, en } = CLOSING[sign] ?? ANY;
  return {
    rule: yamlSyntax,
    message: say(`从这里开始的值没有收尾，少了${zh}`, `The value that begins here is not closed: the ${en} is missing`),
    hint: say(`在这个值的末尾补上${zh}`, `Add the ${en} at the end of this value`),
  };
}

export const KEY_IS_NO_WORD: YamlMessage = {
  rule: yamlSyntax,
  message: say('键只能是一个词', 'A key must be a single word'),
  hint: say(
    '键后面写英文冒号加空格，不用问号和括号',
    'Write the key, a colon and a space, without question marks and brackets',
  ),
};

/** For a YAML feature that refers to a value elsewhere, such as an alias. */
export const reference = (zh: string, en: string): YamlMessage => ({
  rule: yamlReference,
  message: say(`不能用${zh}`, `${en} cannot be used`),
  hint: say('把值直接写在这里', 'Write the value here'),
});

/** For a key that is twice in the same map, or for several one after the other. */
export function repeatedKey(names: readonly string[], firstLine: number): YamlMessage {
  const [name = ''] = names;
  const [zh, en] = [names.map((one) => `“${one}”`).join('、'), names.map((one) => `"${one}"`).join(', ')];
  if (names.length > 1) {
    return {
      rule: duplicateKey,
      message: say(
        `从这一行起，${zh}又写了一遍，前一遍从第 ${firstLine} 行起`,
        `From this line on, ${en} are written again; the first time is from line ${firstLine} on`,
      ),
      hint: say('多半是粘贴了两次：对照后删去一遍', 'They were probably pasted twice: compare both and delete one'),
    };
  }
  return {
    rule: duplicateKey,
    message: say(
      `“${name}”写了两次，前一次在第 ${firstLine} 行`,
      `"${name}" is written twice; the first one is in line ${firstLine}`,
    ),
    hint: say('删去一处', 'Remove one of them'),
  };
}

/** For `-` in place of a number. */
export const DASH: YamlMessage = {
  rule: yamlSyntax,
  message: say('“-”不是数字', '"-" is not a number'),
  hint: say('没有就写 0；还不知道就写 null', 'Write 0 for none, or null if it is not known yet'),
};

export const hasDash = (line: string): boolean => /[:,[{] *- *([,}\]]|#|$)/u.test(line);
