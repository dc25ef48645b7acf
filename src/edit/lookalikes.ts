import { isScalar, Scalar } from 'yaml';
import { proseFields } from '../prose/fields.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { LOOKALIKES, plainCharacter } from '../writing/lookalikes.ts';
import { type Correction, replaceMatches } from './edit.ts';
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
    const edit = replaceMatches(source.text, { start, end }, LOOKALIKES, plainCharacter);
    if (!edit) return [];
    const found = source.text.slice(edit.start, edit.end).match(LOOKALIKES) ?? [];
    const chars = found.filter((char) => plainCharacter(char) !== char);
    return [{ ...edit, path: path.join('.'), message: said(chars) }];
  });
}

const said = (chars: readonly string[]) => {
  const plain = [...new Set(chars.map(plainCharacter))].join('');
  return {
    zh: `形似的部首字符写成汉字：${plain}`,
    en: `wrote the ordinary characters ${plain} for ${chars.length === 1 ? 'one that looks' : 'some that look'} the same`,
  };
};
