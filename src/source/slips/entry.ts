import { say, type Text } from '../../diagnostics/text.ts';
import { nameOf } from '../characters.ts';
import { yamlSyntax, yamlTab } from '../yaml-rules.ts';
import { indentGroup } from './indents.ts';
import { isTextKey, type Key } from './key.ts';
import { isBlank, oddIndent, type TextLine } from './lines.ts';
import { inQuotes, insideDoubled, withoutSign } from './quote.ts';
import type { Mend, Slip } from './slip.ts';
import { type BadValue, belowBar, braced, commentInside, isPairs } from './value.ts';

/** A key with the lines that belong to its value. */
export interface Entry {
  readonly key: Key;
  /** The column of the key: lines of its value are indented by more spaces. */
  readonly column: number;
  readonly kind: 'block' | 'plain' | 'empty' | 'other';
  /** The value on the line of the key. */
  readonly start: number;
  readonly end: number;
  /** A comment after it, with the spaces before. */
  readonly comment: string;
  readonly bad: BadValue | undefined;
  /** Lines of the value below its key, with the lines that should be indented. */
  readonly lines: TextLine[];
  /** The lines of it that YAML does not read as part of the value. */
  readonly stray: TextLine[];
  /** Spaces before the first line of a block. */
  content?: number;
}

/** The slip in a text, if any: its first reason, and the whole text as a block below `|`. */
export function entrySlip(text: string, entry: Entry): Slip | undefined {
  const { key, stray, kind, lines, content } = entry;
  const [first] = stray;
  const bad = entry.bad ?? (kind === 'plain' && lines.length > stray.length ? commentInside(text, entry) : undefined);
  if (bad)
    return {
      ...bad,
      edits: asText(text, entry),
      done: doneTo(text.slice(entry.start, entry.end), key),
    };
  if (!first) return undefined;
  const last = stray.at(-1) ?? first;
  const count = stray.filter((line) => !isBlank(line)).length;
  const odd = oddIndent(text, first);
  const rule = odd === '\t' ? yamlTab : yamlSyntax;
  const place = { start: first.start, end: count > 1 ? first.end : last.end };
  if (!isTextKey(key.word))
    return { ...place, message: { rule: yamlSyntax, message: NO_KEY, hint: LONG_TEXT }, edits: [], done: DONE };
  const name = odd === undefined ? undefined : nameOf(odd);
  const message = name
    ? say(
        `“${key.word}”的文字用${name.zh}缩进，YAML 只认普通空格`,
        `The text of "${key.word}" is indented with ${name.en}; YAML needs ordinary spaces`,
      )
    : say(
        `“${key.word}”的文字从这一行起缩进不够，YAML 读不出来`,
        `From this line on, the text of "${key.word}" is not indented enough, so YAML cannot read it`,
      );
  return {
    ...place,
    message: { rule, message, hint: kind === 'block' && content ? asAbove(content) : belowBar(key.word) },
    edits: asBlock(text, entry),
    done: DONE,
    ...(odd !== undefined && { group: indentGroup(odd) }),
  };
}

const asAbove = (spaces: number): Text =>
  say(
    `这一行前面空 ${spaces} 格，和上面的文字左边对齐；下面的各行也一样`,
    `Indent this line by ${spaces} spaces like the text above, and the lines below it too`,
  );
const NO_KEY = say(
  '这一行不是“键: 值”，也不是上面哪个键的文字',
  'This line is neither "key: value" nor part of the text above',
);
const LONG_TEXT = say(
  '长文字写在 text: | 下面，每一行比 text 多缩进两个空格',
  'Write a long text below text: |, each line indented by two spaces more than text',
);
const IN_BRACES: Text = say('值用花括号括起来', 'the value is now in braces');
const QUOTED: Text = say('值用引号括起来', 'the value is now in quotes');
const DONE: Text = say('文字写成 | 下面的一块', 'the text is now a block below |');

function doneTo(written: string, { word }: Key): Text {
  if (isTextKey(word)) return DONE;
  if (withoutSign(written) !== undefined)
    return say(`去掉开头的“${written[0]}”`, `removed "${written[0]}" at the start`);
  return isPairs(written) ? IN_BRACES : QUOTED;
}

/** A text as YAML reads it: a block for long texts, otherwise in quotes. */
function asText(text: string, entry: Entry): Mend[] {
  const { key, start, end, lines } = entry;
  if (isTextKey(key.word)) return asBlock(text, entry);
  const written = text.slice(start, end);
  if (isPairs(written)) return [{ start, end, text: braced(written) }];
  return lines.length > 0
    ? []
    : [{ start, end, text: withoutSign(written) ?? insideDoubled(written) ?? inQuotes(written) }];
}

function asBlock(text: string, { key, column, kind, start, end, content, lines, stray, comment }: Entry): Mend[] {
  const pad = ' '.repeat(content ?? column + 2);
  const feed = text[end + comment.length] === '\r' ? '\r\n' : '\n';
  const inLine = text.slice(start, end).replace(/^[|>]\s*/, '');
  const head: Mend[] =
    kind === 'block'
      ? []
      : [
          {
            start: key.colon + 1,
            end: end + comment.length,
            text: ` |${comment}${inLine === '' ? '' : feed + pad + inLine}`,
          },
        ];
  const moved = kind === 'block' ? stray : lines;
  return [...head, ...moved.filter((line) => !isBlank(line)).map((line) => indented(text, line, pad))];
}

/** Indents a line; full-width spaces stay, because they begin a paragraph. */
function indented(text: string, { start, content }: TextLine, pad: string): Mend {
  const wide = start + text.slice(start, content).search(/\u3000/u);
  return { start, end: wide < start ? content : wide, text: pad };
}
