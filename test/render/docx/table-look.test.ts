import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHART_WIDTH } from '../../../src/render/docx-document/styles.ts';
import { lookOf } from '../../../src/render/docx-document/table-look.ts';
import { SIZE_COST } from '../../../src/render/paper/sizes.ts';

const css = readFileSync('templates/official/print.css', 'utf8');

/** The lengths of a property, in points, in a table that is tighter or not. */
function lengths(selector: string, property: string, tight: boolean): number[] {
  const rule = new RegExp(`^ *${selector} \\{.*?\\b${property}: ([^;}]+)`, 'mu').exec(css)?.[1] ?? '';
  const terms = rule.match(/calc\([^()]*(?:\(--\w+\)[^()]*)*\)|[\d.]+(?:pt|mm)/gu) ?? [];
  return terms.map((term) => {
    const [, base = '0'] = /([\d.]+)(?:pt|mm)/u.exec(term) ?? [];
    const less = /- ([\d.]+)pt \* var\(--tight\)/u.exec(term)?.[1] ?? '0';
    return Number(base) - (tight ? Number(less) : 0);
  });
}

test.each(['blocks', 'matrix', 'side-by-side'].flatMap((layout) => [false, true].map((tight) => ({ layout, tight }))))(
  'a table in Word is as large as on the printed page: %o',
  ({ layout, tight }) => {
    const { size, line, vertical, side } = lookOf(layout, tight);
    const [above, beside] = lengths(`\\.${layout} th, \\.${layout} td`, 'padding', tight);
    expect({ size: size / 2, line: line / 20, vertical: vertical / 20, side: side / 20 }).toEqual({
      size: lengths(`\\.${layout}`, 'font-size', tight)[0],
      line: lengths(`\\.${layout}`, 'line-height', tight)[0],
      vertical: above,
      side: beside,
    });
  },
);

test('its columns are as wide', () => {
  expect(lookOf('blocks').labels).toEqual(lengths('\\.blocks col\\.label', 'width', false));
  const matrix = lookOf('matrix');
  const columns = [1, 2].flatMap((column) => lengths(`\\.matrix col\\.label:nth-child\\(${column}\\)`, 'width', false));
  expect(matrix.labels.slice(0, 2)).toEqual(columns);
  expect([matrix.number]).toEqual(lengths('\\.matrix col\\.number', 'width', false));
});

test('charts are as wide, and the style sheet has every size that is planned', () => {
  expect(lengths('\\.chart svg', 'max-width', false)).toEqual([Math.round((CHART_WIDTH / 96) * 25.4)]);
  const sizes = SIZE_COST.size.slice(1).map((_, index) => `.size-${index + 1}`);
  for (const name of [...sizes, '.tight', '.small-charts']) expect(css).toMatch(new RegExp(`\\${name}\\b`));
});
