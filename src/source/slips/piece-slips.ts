import { say, type Text } from '../../diagnostics/text.ts';
import { asciiOf, nameOf, SIGN_NAMES, wideName } from '../characters.ts';
import { yamlSyntax } from '../yaml-rules.ts';
import type { TextLine } from './lines.ts';
import type { Piece, Slip } from './slip.ts';

/** One slip for all pieces of a line, with the line as it should be. */
export function pieceSlip(text: string, { start, end }: TextLine, pieces: readonly Piece[]): Slip {
  const ordered = [...pieces].sort((a, b) => a.start - b.start);
  const [first] = ordered as [Piece];
  const kinds = [...new Set(ordered.map(({ kind }) => kind))];
  const messages = kinds.map((kind) =>
    describe(
      kind,
      ordered.filter((piece) => piece.kind === kind),
    ),
  );
  const message = say(messages.map(({ zh }) => zh).join('；'), messages.map(({ en }) => en).join('; '));
  const line = mended(text, start, end, ordered);
  const isSpace = kinds.length === 1 && first.kind === 'space' && first.sign !== '-';
  const space = isSpace ? say('英文冒号后面要空一格，', 'Put a space after the colon: ') : NOTHING;
  return {
    message: { rule: yamlSyntax, message, hint: say(`${space.zh}写成 ${line}`, `${space.en || 'Write '}${line}`) },
    start: first.start,
    end: Math.max(first.end, first.start + 1),
    edits: ordered,
    done: say(`${message.zh}：改成 ${line}`, `${message.en}: now ${line}`),
    group:
      kinds.length === 1 && first.kind !== 'text'
        ? `${first.kind}${first.kind === 'wide' ? first.sign : ''}`
        : 'pieces',
  };
}

const NOTHING = say('', '');

/** The line with its edits, without its indent; edits on later lines are left out. */
function mended(text: string, start: number, end: number, edits: readonly Piece[]): string {
  let [line, done] = ['', start];
  for (const edit of edits.filter((one) => one.end <= end)) {
    line += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return (line + text.slice(done, end)).trim();
}

function describe(kind: Piece['kind'], pieces: readonly Piece[]): Text {
  const [{ sign }] = pieces as [Piece];
  if (kind === 'wide') return describeWide([...new Set(pieces.map((piece) => piece.sign))]);
  if (kind === 'space' && sign === '-')
    return say('列表的减号“-”后面没有空格', 'There is no space after the hyphen of the list item');
  if (kind === 'space') return say(`“${sign}:”后面没有空格`, `There is no space after "${sign}:"`);
  if (kind === 'comma') return say(`“${sign}”前面少了英文逗号`, `The comma before "${sign}" is missing`);
  if (kind === 'text') return describeText(sign);
  if (kind === 'extra') return say(`多了一个“${sign}”`, `There is one "${sign}" too many`);
  if (kind === 'unclosed')
    return say(`花括号没有收尾，少了“${sign}”`, `A brace is not closed: "${sign}" is missing at the end`);
  if (kind === 'unseen') {
    const name = nameOf(sign);
    return say(`这里有看不见的字符：${name.zh}`, `There is an invisible character here: ${name.en}`);
  }
  return sign.length > 1
    ? say(`“${sign}”两边有引号`, `"${sign}" has quotation marks around it`)
    : say(
        `用英文引号开头，却用中文引号“${sign}”收尾`,
        `The value begins with a straight quote but ends with "${sign}"`,
      );
}

function describeWide(signs: readonly string[]): Text {
  const [sign = ''] = signs;
  const ascii = asciiOf(sign) ?? '';
  const name = SIGN_NAMES[ascii];
  if (signs.length > 1) {
    const list = signs.map((one) => `“${one}”`).join('');
    return say(
      `${list}是全角（中文）标点，YAML 只认英文标点`,
      `${signs.map((one) => `"${one}"`).join(', ')} are full-width signs; YAML needs ASCII punctuation`,
    );
  }
  if (!name) return say(`“${sign}”里有全角字符`, `"${sign}" has full-width characters`);
  const own = wideName(sign);
  return say(
    `“${sign}”是${own.zh}，这里要用英文${name.zh}“${ascii}”`,
    `"${sign}" is ${own.en}; YAML needs the ASCII ${name.en} "${ascii}" here`,
  );
}

function describeText(sign: string): Text {
  if (sign === '#')
    return say('“#”前面有空格，YAML 把后面的字当成注释，读不到', 'YAML reads what follows a space and # as a comment');
  if (sign === ':')
    return say(
      '值里有英文冒号加空格，YAML 当成了另一个键',
      'The value contains a colon and a space, which YAML reads as another key',
    );
  if (sign.length > 1) return DOUBLED;
  return say(`值不能用“${sign}”开头`, `A value cannot begin with ${sign}`);
}

/** For `""9""`. */
export const DOUBLED: Text = say('引号写了两层，只要一层', 'There are two pairs of quotes; one is enough');

const WORD = /[a-z_]{2,40}/y;

/** `level county`, `level= county`, `problems`: a key without its colon; undefined for any other line. */
export function missingColon(text: string, { content, end }: TextLine): Slip | undefined {
  WORD.lastIndex = content;
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return undefined;
  const after = content + word.length;
  const rest = text.slice(after, Math.min(end, after + 200));
  const gap = /^ *= *| +(?=[^ ]{1,60}$)|^ *$/.exec(rest);
  if (gap?.index !== 0) return undefined;
  const start = after;
  const edit = { start, end: after + gap[0].length, text: gap[0].length === rest.length ? ':' : ': ' };
  const equals = gap[0].includes('=');
  const line = `${word}${edit.text}${rest.slice(gap[0].length)}`;
  const message = equals
    ? say(`“${word}”后面是等号，YAML 要用英文冒号“:”`, `"${word}" is followed by an equals sign; YAML needs a colon`)
    : say(`“${word}”后面少了英文冒号“:”`, `The colon after "${word}" is missing`);
  return {
    message: { rule: yamlSyntax, message, hint: say(`写成 ${line}`, `Write ${line}`) },
    start: content,
    end: after,
    edits: [edit],
    done: say(`写成 ${line}`, `now ${line}`),
  };
}
