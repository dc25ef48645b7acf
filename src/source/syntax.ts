import type { YAMLError } from 'yaml';
import type { Text } from '../diagnostics/text.ts';

/** What a YAML syntax error means, in our words. */
export interface SyntaxMessage {
  readonly rule: string;
  readonly message: Text;
  readonly hint?: Text;
}

const say = (zh: string, en: string): Text => ({ zh, en });

const QUOTE = say(
  '值里有冒号、引号、井号或括号时，用英文双引号括起来',
  'Put a value with a colon, quote, # or bracket in "double quotes"',
);

const BY_CODE: Partial<Record<YAMLError['code'], SyntaxMessage>> = {
  TAB_AS_INDENT: {
    rule: 'yaml-tab',
    message: say('这一行用制表符（Tab）缩进', 'This line is indented with a tab'),
    hint: say(
      'YAML 只能用空格缩进：把 Tab 换成两个空格',
      'YAML is indented with spaces only: replace the tab by two spaces',
    ),
  },
  MULTIPLE_DOCS: {
    rule: 'yaml-multiple-documents',
    message: say('文件里有好几份文档（--- 把它们隔开）', 'The file holds several documents (separated by ---)'),
    hint: say(
      '一份文件只写一份报告：删去 ---，或者分成几个文件',
      'One file holds one report: remove the --- or split the file',
    ),
  },
  BAD_INDENT: {
    rule: 'yaml-syntax',
    message: say('缩进不对', 'The indentation is wrong'),
    hint: say(
      '同一层的键左边对齐，下一层多缩进两个空格',
      'Align the keys of a level; indent the next level by two spaces',
    ),
  },
  MISSING_CHAR: {
    rule: 'yaml-syntax',
    message: say(
      '引号或者括号没有收尾，或者键后面少了冒号',
      'A quote or bracket is not closed, or a key lacks its colon',
    ),
    hint: QUOTE,
  },
  BLOCK_AS_IMPLICIT_KEY: {
    rule: 'yaml-syntax',
    message: say('一行里写了两个键', 'Two keys stand on one line'),
    hint: say(
      '每个键写一行；值里有冒号时用英文双引号括起来',
      'One key a line; put a value with a colon in "double quotes"',
    ),
  },
  MULTILINE_IMPLICIT_KEY: {
    rule: 'yaml-syntax',
    message: say('键只能写在一行里，后面跟英文冒号和空格', 'A key stands on one line, followed by a colon and a space'),
    hint: QUOTE,
  },
  BAD_DQ_ESCAPE: {
    rule: 'yaml-syntax',
    message: say('双引号里的反斜杠后面不是合法的转义', 'The backslash in the double quotes starts no valid escape'),
    hint: say('换成单引号，或者写成 \\\\', 'Use single quotes, or write \\\\'),
  },
  BAD_SCALAR_START: {
    rule: 'yaml-syntax',
    message: say('值不能用这个符号开头', 'A value can not start with this sign'),
    hint: QUOTE,
  },
  RESOURCE_EXHAUSTION: {
    rule: 'yaml-too-deep',
    message: say('嵌套太深', 'The nesting is too deep'),
    hint: say('报告最多五层，请检查括号', 'A report has five levels at most: check the brackets'),
  },
};

/** The nesting went past what the parser can follow. */
export const TOO_DEEP = BY_CODE.RESOURCE_EXHAUSTION as SyntaxMessage;

/** `{{path}}` at the start of a value: YAML takes the braces for a map. */
export const BRACES: SyntaxMessage = {
  rule: 'yaml-braces',
  message: say('YAML 把开头的 {{…}} 当成了映射', 'YAML takes {{…}} at the start of a value for a map'),
  hint: say(
    '用英文双引号把整个值括起来，或者写在 | 的下一行',
    'Put the whole value in "double quotes", or on the line below a |',
  ),
};

/** A part of YAML that says where a value is instead of what it is. */
export const reference = (zh: string, en: string): SyntaxMessage => ({
  rule: 'yaml-reference',
  message: say(`不能用${zh}`, `${en} can not be used`),
  hint: say('把值直接写在这里', 'Write the value itself here'),
});

/** A key that stands in its map twice. */
export const duplicateKey = (name: string, firstLine: number): SyntaxMessage => ({
  rule: 'duplicate-key',
  message: say(
    `“${name}”写了两次，前一次在第 ${firstLine} 行`,
    `"${name}" stands here twice, first in line ${firstLine}`,
  ),
  hint: say('删去一处', 'Remove one of them'),
});

const SLIPS: readonly { pattern: RegExp; hint: Text }[] = [
  {
    pattern: /^\s*(- )?[A-Za-z_]+：/u,
    hint: say(
      '键后面是全角冒号“：”，换成英文冒号加空格',
      'The key is followed by a full-width colon: use a colon and a space',
    ),
  },
  {
    pattern: /^\s*(- )?[a-z_]+:[^\s:/]/u,
    hint: say('英文冒号后面要空一格', 'A space must follow the colon'),
  },
  {
    pattern: /^ *[\u00a0\u3000]/u,
    hint: say('这一行用全角空格缩进，换成半角空格', 'The line is indented with full-width spaces: use plain spaces'),
  },
];

/** A slip of the pen that explains why this line can not be read, if there is one. */
export function slipOfThePen(line: string): Text | undefined {
  return SLIPS.find(({ pattern }) => pattern.test(line))?.hint;
}

/** The message for a syntax error of the YAML parser; `line` is the text of the line it was found in. */
export function syntaxMessage(error: Pick<YAMLError, 'code' | 'message'>, line: string): SyntaxMessage {
  const known = BY_CODE[error.code];
  if (known && known.rule !== 'yaml-syntax') return known;
  if (/:\s*\{\{/u.test(line)) return BRACES;
  const message =
    known?.message ?? say(`YAML 语法不对（${error.message}）`, `The YAML is not valid (${error.message})`);
  return { rule: 'yaml-syntax', message, hint: slipOfThePen(line) ?? known?.hint ?? QUOTE };
}
