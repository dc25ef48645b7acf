import { isScalar, Scalar } from 'yaml';
import { proseFields } from '../prose/fields.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { LOOKALIKES, plainCharacter } from '../writing/lookalikes.ts';
import type { Correction } from './edit.ts';
import { nextLine } from './positions.ts';

/** Writes the ordinary characters for radicals and others that look the same, in the prose. */
export function correctLookalikes(source: Source, report: Report): Correction[] {
  return proseFields(report).flatMap(({ path }) => {
    const node = nodeAt(source, path);
    if (!isScalar(node) || !node.range) return [];
    // The comment behind `text: |` is no text.
    const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
    const [begin, end] = node.range;
    const start = isBlock ? nextLine(source.text, begin) : begin;
    const written = source.text.slice(start, end);
    const found = [...written.matchAll(LOOKALIKES)].filter(([char]) => plainCharacter(char) !== char);
    const [first, last] = [found[0], found.at(-1)];
    if (!first || !last) return [];
    const [from, to] = [first.index, last.index + last[0].length];
    const text = written.slice(from, to).replace(LOOKALIKES, plainCharacter);
    return [
      { start: start + from, end: start + to, text, path: path.join('.'), message: said(found.map(([char]) => char)) },
    ];
  });
}

const said = (chars: readonly string[]) => {
  const plain = [...new Set(chars.map(plainCharacter))].join('');
  return {
    zh: `形似的部首字符写成汉字：${plain}`,
    en: `wrote the ordinary characters ${plain} for ${chars.length === 1 ? 'one that looks' : 'some that look'} the same`,
  };
};
