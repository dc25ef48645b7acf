import type { Path } from '../../diagnostics/diagnostic.ts';
import { say } from '../../diagnostics/text.ts';
import { INVISIBLE, LINE_BREAKS, nameOf } from '../characters.ts';
import { isWord, LONGEST_WORD, ODD_EDGES } from '../meant.ts';
import type { Mend } from '../slips/slip.ts';
import type { Remark, Value } from './remark.ts';
import { yamlInvisible } from './rules.ts';

const EDGES = new RegExp(ODD_EDGES, 'gu');

/** Invisible characters in a value or key, and spaces of other kinds around a number or word. */
export function invisibleIn({ text, path, start, end, isKey }: Value): Remark | undefined {
  const written = text.slice(start, end);
  const edges =
    !isKey && written.length <= LONGEST_WORD && isWord(written.replace(EDGES, '')) ? [...written.matchAll(EDGES)] : [];
  const found = [...written.matchAll(INVISIBLE), ...edges];
  const [first] = found;
  if (!first) return lineBreakIn(written, path, start);
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

/** A line break that only some programs show as one. What was meant is a line of its own, which a person has to write. */
function lineBreakIn(written: string, path: Path, start: number): Remark | undefined {
  const at = written.search(LINE_BREAK);
  if (at < 0) return undefined;
  const name = nameOf(written[at] ?? '');
  return {
    path,
    message: {
      rule: yamlInvisible,
      message: say(`这里有看不见的换行：${name.zh}`, `There is an invisible line break here: ${name.en}`),
      hint: say('删去它，按回车键换行', 'Delete it and press Enter'),
    },
    start: start + at,
    end: start + at + 1,
    edits: [],
    done: say('', ''),
  };
}
