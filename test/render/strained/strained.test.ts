import { beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../../src/browser/types.ts';
import type { PageFaults } from '../../../src/diagnostics/page-faults.ts';
import { sharedBrowser } from '../../shared-browser.ts';
import { printed, publicationOf } from '../publication.ts';
import { type Strain, strained } from './strained-reports.ts';
import { whiteOf } from './white-pages.ts';

// Reports whose pages are hard to arrange: no page is more than a third white unless it is the last one.

let browser: Browser;

beforeAll(async () => {
  browser = await sharedBrowser();
});

const NOTE = '其中两件分期答复';
const THREE = 'applications';
const FOUR = 'reconsideration_and_litigation';

const natural = (count: number) => {
  let left = count;
  return (path: string) => (/outcomes.*natural_person$/u.test(path) && left-- > 0 ? NOTE : undefined);
};

const REPORTS: Record<string, Strain> = {
  ...Object.fromEntries([1, 4, 9, 11, 13, 17, 20].map((lines) => [`${lines} lines of prose`, { lines }])),
  'a paragraph of three lines at the foot of a page': {
    lines: 6,
    overview: `### 网页\n\n${'每月查一次网页，坏了的当天修好。'.repeat(4)}`,
  },
  '2 notes in table three': { note: natural(2) },
  '5 notes in table three': { lines: 14, note: natural(5) },
  '10 notes in table three': { lines: 9, note: natural(10) },
  'notes in all cells of table three': {
    note: (path) => (path.startsWith('applications.outcomes') ? NOTE : undefined),
  },
  'long footnotes': { lines: 10, footnotes: { active_disclosure: 7, [THREE]: 12, [FOUR]: 9 } },
  'footnotes of more than a page': { footnotes: { active_disclosure: 50, [THREE]: 55 } },
  'a short footnote under each table': { lines: 14, footnotes: { active_disclosure: 1, [THREE]: 1, [FOUR]: 1 } },
  'prose around tables': { lines: 12, around: 5 },
  'five digits in table four': { digits: { [FOUR]: 5 } },
  'eight digits in table three': { digits: { [THREE]: 8 } },
  'wide numbers everywhere': { lines: 12, digits: { active_disclosure: 11, [THREE]: 8, [FOUR]: 7 } },
  charts: { overview: '{{chart "outcomes"}}\n\n{{chart "applicants"}}\n\n{{chart "years"}}', digits: { [THREE]: 3 } },
  'the form of 2019': { edition: '2019', lines: 8 },
  'the form of 2019 with wide numbers': { edition: '2019', lines: 15, digits: { [THREE]: 7, [FOUR]: 5 } },
  'a long title and a correction': {
    lines: 11,
    title: `${'白石县自然资源和规划局（林业局、'.repeat(2)}海洋渔业局）政府信息公开工作年度报告`,
    correction: '表三中有三个数填错了行，现在改正，正文里的数一并改正。',
  },
  'a draft': { lines: 13, draft: true },
};

test('a number that is too wide even for 7 points is named, and no note is to be shortened', async () => {
  const error = await printed(strained({ digits: { [FOUR]: 9 } }), browser).catch((thrown: unknown) => thrown);
  const [fault] = (error as PageFaults).faults;
  expect(fault).toMatchObject({ rule: 'page-layout', path: expect.stringMatching(/^reconsideration/u) });
  expect(fault?.hint?.zh).toContain('7 磅');
  expect(fault?.hint?.zh).not.toMatch(/说明|footnote/u);
});

test.each(Object.entries(REPORTS))('no page is needlessly white: %s', async (_, strain) => {
  const view = strained(strain);
  const draft = strain.draft && { publication: { receipt: { ...publicationOf(view).receipt, draft: true as const } } };
  const white = await whiteOf(await printed(view, browser, draft));
  const last = white.length - (draft ? 2 : 1);
  expect(
    white.flatMap((share, page) => (share > 1 / 3 && page < last ? `page ${page + 1}: ${share.toFixed(2)}` : [])),
  ).toEqual([]);
});
