import { proseFields } from '../prose/fields.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { type Correction, replaceMatches } from './edit.ts';
import { literalRange } from './positions.ts';

/** A bullet of Word in a font of symbols: a character for private use at the start of a line, and a space or tab. */
const BULLET = /(?<=^ *)[\ue000-\uf8ff][ \t\u3000]+(?=\S)/gmu;

/** Writes `- ` for the bullets of Word that no other font has. */
export function correctBullets(source: Source, report: Report): Correction[] {
  return proseFields(report).flatMap(({ path, text: own }) => {
    if (!/[\ue000-\uf8ff]/.test(own)) return [];
    const range = literalRange(source, nodeAt(source, path));
    const edit = range && replaceMatches(source.text, range, BULLET, () => '- ');
    const message = { zh: '项目符号写成 -', en: 'wrote - for the bullets of Word' };
    return edit ? [{ ...edit, path: path.join('.'), message }] : [];
  });
}
