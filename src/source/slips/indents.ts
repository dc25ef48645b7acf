import { plural, say } from '../../diagnostics/text.ts';
import { nameOf } from '../characters.ts';
import { yamlSyntax, yamlTab } from '../yaml-rules.ts';
import { isBlank, oddIndent, type TextLine } from './lines.ts';
import type { Slip } from './slip.ts';

/** The slip in a line whose indent has other characters than spaces; `spaces` are those that it should have. */
export function indentSlip(text: string, line: TextLine, spaces: number): Slip {
  const odd = oddIndent(text, line) ?? '';
  const name = nameOf(odd);
  const isTab = odd === '\t';
  const isSpace = /\s/u.test(odd) && odd !== '\ufeff';
  const message = isBlank(line)
    ? say(`这一行只有看不见的字符：${name.zh}`, `This line has only an invisible character: ${name.en}`)
    : isSpace
      ? say(`这一行用${name.zh}缩进`, `This line is indented with ${name.en}`)
      : say(`这一行开头有看不见的字符：${name.zh}`, `This line begins with an invisible character: ${name.en}`);
  return {
    message: {
      rule: isTab ? yamlTab : yamlSyntax,
      message,
      hint: isTab ? NO_TABS : isSpace && !isBlank(line) ? NO_SPACES : DELETE,
    },
    start: line.start + line.indent,
    end: line.content,
    edits: [{ start: line.start, end: line.content, text: ' '.repeat(spaces) }],
    done:
      isSpace && !isBlank(line)
        ? say(`${name.zh}换成普通空格`, `${name.en} is now spaces`)
        : say(`删去看不见的字符：${name.zh}`, `removed ${name.en}`),
    group: indentGroup(odd),
  };
}

/** The slip in a key that is further in than the key above, which has a value of its own. */
export function deeperSlip({ start, content }: TextLine, word: string, above: string, column: number): Slip {
  const spaces = say(`${column} 个空格`, plural(column, 'space'));
  return {
    message: {
      rule: yamlSyntax,
      message: say(`“${word}”比上面的“${above}”缩进得多`, `"${word}" is indented more than "${above}" above it`),
      hint: say(`和“${above}”左边对齐，缩进 ${spaces.zh}`, `Align it with "${above}": indent it by ${spaces.en}`),
    },
    start,
    end: content,
    // An odd number of spaces is a slip of the finger; otherwise the line may belong to another key.
    edits: (content - start - column) % 2 === 1 ? [{ start, end: content, text: ' '.repeat(column) }] : [],
    done: say(`“${word}”缩进 ${spaces.zh}`, `"${word}" is indented by ${spaces.en}`),
  };
}

/** The slip in the first row of a group that has 0 or null on the line of its own key too. It is not mended: the rows may be left over. */
export function rowsBelowSlip({ start, content }: TextLine, above: string, value: string): Slip {
  const message = say(
    `“${above}”后面写了 ${value}，下面又写了各行，只能写一样`,
    `"${above}" has both ${value} and rows below it; it can only have one of them`,
  );
  const remove = say(`删去 ${above}: 后面的 ${value}`, `Remove ${value} after ${above}:`);
  const both = say(`${remove.zh}；整组都是 0，就删去下面各行`, `${remove.en}; if all are 0, remove the rows`);
  const hint = value === '0' ? both : remove;
  return { message: { rule: yamlSyntax, message, hint }, start, end: content, edits: [], done: message };
}

/** The slip in a key that is one space short of the keys it belongs to. */
export function shallowSlip({ start, content }: TextLine, word: string, column: number): Slip {
  const spaces = say(`${column} 个空格`, plural(column, 'space'));
  return {
    message: {
      rule: yamlSyntax,
      message: say(`“${word}”前面少了一个空格`, `A space is missing before "${word}"`),
      hint: say(
        `和上面同一层的键左边对齐，缩进 ${spaces.zh}`,
        `Align it with the keys of its level above: indent it by ${spaces.en}`,
      ),
    },
    start,
    end: content,
    edits: [{ start, end: content, text: ' '.repeat(column) }],
    done: say(`“${word}”缩进 ${spaces.zh}`, `"${word}" is indented by ${spaces.en}`),
  };
}

/** Lines with the same character are one slip. */
export const indentGroup = (odd: string): string => `indent ${odd}`;

const NO_TABS = say(
  'YAML 只能用空格缩进：把 Tab 换成两个空格',
  'YAML must be indented with spaces: replace the tab with two spaces',
);
const NO_SPACES = say('删去它，换成半角空格（英文状态下按空格键）', 'Delete it and type ordinary spaces instead');
const DELETE = say('删去它', 'Delete it');

/**
 * The number of spaces that an indent stands for: of the sizes that its characters can have, one that the keys above have, or
 * two more after a key without a value.
 */
export function widthOf(indent: string, columns: readonly number[], isBelowKey: boolean): number {
  const spaces = [...indent].filter((char) => /\s/u.test(char) && char !== '\ufeff');
  const ordinary = spaces.filter((char) => char === ' ').length;
  const wide = spaces.filter((char) => /[\t\u2003\u3000]/u.test(char)).length;
  const narrow = spaces.length - wide;
  const last = columns.at(-1) ?? 0;
  const known = isBelowKey ? [last + 2, ...columns] : columns;
  const sizes = [narrow + 2 * wide, narrow + wide, ordinary, narrow + 4 * wide];
  const size = sizes.find((one) => known.includes(one));
  return size ?? (isBelowKey ? last + 2 : (sizes[0] ?? 0));
}
