import { expect, test } from 'vitest';
import { renderPage } from '../../src/render/page-html.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { pageView } from '../../src/view/page.ts';
import type { PageView } from '../../src/view/page-view.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { textOf } from './drafts.ts';
import { official, publicationOf } from './publication.ts';

/** CSS pixels. The text area is 156 mm wide; on paper of US letter size it is 72 mm lower than the sheet. */
const WIDTH = Math.floor((156 / 25.4) * 96);
const LETTER = (11 - 72 / 25.4) * 96;

/** The view with a note in eight cells of table 三. */
function withNotes(view: PageView): PageView {
  let left = 8;
  const sections = view.sections.map((section) => {
    if (section.table?.key !== 'applications') return section;
    const bodies = section.table.grid.bodies.map(({ rows }) => ({
      rows: rows.map(({ cells }) => ({
        cells: cells.map((cell) =>
          cell.path?.endsWith('.natural_person') && left-- > 0 ? { ...cell, note: '其中两件并案' } : cell,
        ),
      })),
    }));
    return { ...section, table: { ...section.table, grid: { ...section.table.grid, bodies } } };
  });
  return { ...view, sections };
}

test('printed by a reader, whose browser would tear its labels, table 三 with many notes is lower than a page', async () => {
  const view = withNotes(pageView(readReport(parse(textOf('examples/wenzhou-hrss-2023.yaml'), 'x').data)));
  const { html } = await renderPage(publicationOf(view), await official);
  const use = async (page: import('puppeteer-core').Page) => {
    await page.emulateMediaType('print');
    await page.setJavaScriptEnabled(true);
    const height = () =>
      page.evaluate(`document.querySelector('.matrix').closest('.table').getBoundingClientRect().height`);
    const byReader = await height();
    await page.evaluate(`document.documentElement.classList.add('laid-out')`);
    return [byReader, await height()];
  };
  const [byReader, laidOut] = await (await sharedBrowser()).withPage(html, use, {
    viewport: { width: WIDTH, height: 800 },
  });
  expect(byReader).toBeLessThan(LETTER);
  // The PDF, whose page breaks are computed, is set as large as ever.
  expect(laidOut).toBeGreaterThan(LETTER);
});
