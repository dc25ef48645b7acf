import { Scalar } from 'yaml';
import { say } from '../../diagnostics/text.ts';
import { INVISIBLE, LINE_BREAKS, nameOf } from '../characters.ts';
import { isWord, LONGEST_WORD, ODD_EDGES } from '../meant.ts';
import type { Mend } from '../slips/slip.ts';
import type { Remark, Value } from './remark.ts';
import { yamlInvisible } from './rules.ts';

const EDGES = new RegExp(ODD_EDGES, 'gu');

/** Invisible characters in a value or key, and spaces of other kinds around a number or word. */
export function invisibleIn(value: Value): Remark | undefined {
  const { text, path, start, end, isKey } = value;
  const written = text.slice(start, end);
  const edges =
    !isKey && written.length <= LONGEST_WORD && isWord(written.replace(EDGES, '')) ? [...written.matchAll(EDGES)] : [];
  const found = [...written.matchAll(INVISIBLE), ...edges];
  const [first] = found;
  if (!first) return lineBreakIn(value);
  const spans = found.map(({ index, 0: signs }) => [index, index + signs.length] as const);
  const [char = ''] = first[0];
  const name = nameOf(char);
  const many = found.length > 1 ? say(`，共 ${found.length} 处`, ` (${found.length} in all)`) : say('', '');
  const at = start + first.index;
  return {
    path,
    message: {
      rule: yamlInvisible,
      message: say(
        `这里有看不见的字符：${name.zh}${many.zh}`,
        `There is an invisible character here: ${name.en}${many.en}`,
      ),
      hint: say(
        '删去它：把光标放在它后面按退格键，或者运行 report fix',
        'Delete it: put the cursor after it and press Backspace, or run report fix',
      ),
    },
    start: at,
    end: at + first[0].length,
    edits: [without(written, start, spans)],
    done: say(`删去看不见的字符：${name.zh}`, `removed ${name.en}`),
  };
}

/** One edit that removes parts of a text. */
function without(written: string, start: number, spans: readonly (readonly [number, number])[]): Mend {
  const ordered = [...spans].sort((a, b) => a[0] - b[0]);
  const [first = 0] = ordered[0] ?? [];
  const kept: string[] = [];
  let done = first;
  for (const [from, to] of ordered) {
    kept.push(written.slice(done, from));
    done = Math.max(done, to);
  }
  return { start: start + first, end: start + done, text: kept.join('') };
}

const LINE_BREAK = new RegExp(`[${LINE_BREAKS}]`, 'u');

/** A line break that only some programs show as one. It is mended if each ends a sentence; otherwise a person has to say what was meant. */
function lineBreakIn({ text, scalar, path, start, end }: Value): Remark | undefined {
  const written = text.slice(start, end);
  const at = written.search(LINE_BREAK);
  if (at < 0) return undefined;
  const name = nameOf(written[at] ?? '');
  const edit = scalar.type === Scalar.BLOCK_LITERAL ? asLines(written, start) : undefined;
  return {
    path,
    message: {
      rule: yamlInvisible,
      message: say(`这里有看不见的换行：${name.zh}`, `There is an invisible line break here: ${name.en}`),
      hint: edit
        ? say('删去它，按回车键换行，或者运行 report fix', 'Delete it and press Enter, or run report fix')
        : say('删去它，按回车键换行', 'Delete it and press Enter'),
    },
    start: start + at,
    end: start + at + 1,
    edits: edit ? [edit] : [],
    done: say(`换行写成空一行：${name.zh}`, `wrote an empty line for each ${name.en}`),
  };
}

const SENTENCE_END = /[。！？；：][”’」』）》]{0,3}$/u;
const TAIL = 4;

/** One edit that puts an empty line for each line break; undefined if one is inside a sentence. */
function asLines(written: string, start: number): Mend | undefined {
  const [line = ''] = written.split('\n').filter((one) => LINE_BREAK.test(one));
  const indent = /^ */.exec(line)?.[0] ?? '';
  const pieces = written.split(LINE_BREAK);
  const isCertain = pieces.slice(0, -1).every((piece) => SENTENCE_END.test(piece.slice(-TAIL)));
  if (!isCertain || indent === '') return undefined;
  const feed = written.includes('\r\n') ? '\r\n' : '\n';
  const from = pieces[0]?.length ?? 0;
  const to = written.length - (pieces.at(-1)?.length ?? 0);
  const text = written.slice(from, to).split(LINE_BREAK).join(`${feed}${feed}${indent}`);
  return { start: start + from, end: start + to, text };
}
