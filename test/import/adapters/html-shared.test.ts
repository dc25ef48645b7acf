import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ContentGrid } from '../../../src/import/document.ts';
import { overlapsOf, read, refusalOf } from './pages.ts';

/** Pages outside the project, rebuilt from published ones. */
const folder = new URL('../../../../shared/import/', import.meta.url);
const there = existsSync(folder);
if (!there) console.warn('skipped: the rebuilt pages are not here (../shared/import)');
const page = (name: string) => readFileSync(new URL(name, folder));

/** Rows and columns of the grids that are not facts about the page. */
const sizesOf = (grids: readonly ContentGrid[]) => grids.map(({ rows, columns }) => `${rows}x${columns}`);

describe.runIf(there)('rebuilt pages', () => {
  const form2021 = ['14x4', '28x10', '4x15'];
  const form2019 = ['18x4', '26x10', '4x15'];
  test.each([
    ['C_pingtan_2021.html', form2021],
    ['D_shanghai_office_2019.html', form2019],
    ['E_shuyang_drc_2023.html', ['4x4', ...form2021]],
    ['F_nested_pingtan_2023.html', ['2x4', ...form2021]],
    ['H_gbk_declared_utf8_pingtan_2022.html', form2021],
    ['pingtan_2023.wps-form.html', form2021],
  ])('%s has its grids', async (name, sizes) => {
    const { blocks } = await read(page(name));
    const grids = blocks.filter((block) => block.kind === 'grid');
    expect(sizesOf(grids)).toEqual(sizes);
    for (const grid of grids) {
      expect(overlapsOf(grid)).toEqual([]);
      // Every place of these tables is covered.
      const covered = grid.cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
      expect(covered).toBe(grid.rows * grid.columns);
    }
    const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    for (const heading of ['一、总体情况', '二、主动公开政府信息情况', '六、其他需要报告的事项'])
      expect(texts).toContain(heading);
  });

  test.each([
    ['X_list_page.html', 'list-page'],
    ['X_spa_shell.html', 'script-shell'],
  ])('%s is refused', async (name, kind) => expect((await refusalOf(page(name)))?.kind).toBe(kind));
});
