import { isScalar, Scalar } from 'yaml';
import { proseFields } from '../prose/fields.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import type { Correction } from './edit.ts';
import { nextLine } from './positions.ts';

/** A bullet of Word in a font of symbols: a character for private use at the start of a line, and a space or tab. */
const BULLET = /(?<=^ *)[\ue000-\uf8ff][ \t\u3000]+(?=\S)/gmu;

/** Writes `- ` for the bullets of Word that no other font has. */
export function correctBullets(source: Source, report: Report): Correction[] {
  return proseFields(report).flatMap(({ path, text: own }) => {
    if (!/[\ue000-\uf8ff]/.test(own)) return [];
    const node = nodeAt(source, path);
    if (!isScalar(node) || node.type !== Scalar.BLOCK_LITERAL || !node.range) return [];
    const start = nextLine(source.text, node.range[0]);
    const written = source.text.slice(start, node.range[1]);
    const found = [...written.matchAll(BULLET)];
    const [first, last] = [found[0], found.at(-1)];
    if (!first || !last) return [];
    const [from, to] = [first.index, last.index + last[0].length];
    const mended = written.replace(BULLET, '- ');
    const text = mended.slice(from, mended.length - (written.length - to));
    const message = { zh: '项目符号写成 -', en: 'wrote - for the bullets of Word' };
    return [{ start: start + from, end: start + to, text, path: path.join('.'), message }];
  });
}
