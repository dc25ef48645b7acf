import { EDITIONS } from '../../../src/form/editions.ts';
import type { FormDef } from '../../../src/form/types.ts';
import { formCells } from '../../../src/form/walk.ts';
import { readReport } from '../../../src/report/report.ts';
import { pageView } from '../../../src/view/page.ts';
import type { PageView } from '../../../src/view/page-view.ts';
import { type Data, put } from '../../reports.ts';

/** What makes the pages of a report hard to arrange. */
export interface Strain {
  readonly edition?: '2019' | '2021';
  /** Lines of the overview. */
  readonly lines?: number;
  readonly overview?: string;
  readonly title?: string;
  readonly correction?: string;
  /** The digits of the numbers of a table; one if it is not named. */
  readonly digits?: Readonly<Record<string, number>>;
  /** The note of a cell. */
  readonly note?: (path: string) => string | undefined;
  /** Sentences of the footnote of a table. */
  readonly footnotes?: Readonly<Record<string, number>>;
  /** Sentences above and below each table. */
  readonly around?: number;
  /** True if its numbers are not known: a draft. */
  readonly draft?: true;
}

const FOOTNOTE = '本表由各股室填报，办公室核对，统计到十二月三十一日为止。';
const LINE = '这一年的工作按计划做完了。';

/** A report in our own words with these strains. */
export function strained(strain: Strain): PageView {
  const { edition = '2021', lines = 2, overview = '', title, correction, footnotes = {}, around = 0, draft } = strain;
  const form = EDITIONS.find(({ id }) => id === edition) as FormDef;
  const data = cellsOf(form, strain);
  for (const { key } of form.tables) {
    const table = data[key] as Data;
    if (footnotes[key]) table.footnote = FOOTNOTE.repeat(footnotes[key]);
    if (around > 0) Object.assign(table, { text_above: LINE.repeat(around), text_below: LINE.repeat(around) });
  }
  const report = readReport({
    ...data,
    year: form.years.from,
    agency: { name: '白石县林业局', level: 'county', kind: 'department' },
    published: `${form.years.from + 1}-01-20`,
    ...(title !== undefined && { title }),
    ...(correction !== undefined && { corrected: { date: `${form.years.from + 1}-03-01`, note: correction } }),
    overview: { text: `${`${LINE}\n\n`.repeat(lines)}${overview}` },
    problems: { text: '公开得还不够快，下一年改进。' },
    other_matters: { text: '没有别的事项。' },
  });
  const notes = [{ severity: '错误', rule: 'cell-unknown', place: '一、', message: '还没有填', path: 'applications' }];
  return pageView(report, draft && notes);
}

function cellsOf(form: FormDef, { digits = {}, note, draft }: Strain): Data {
  const data: Data = {};
  for (const [path, { column, row }] of formCells(form)) {
    if (column.total || row.total) continue;
    const value = '9'.repeat(digits[path.split('.')[0] ?? ''] ?? 1) + (column.kind === 'wan_yuan' ? '.2468' : '');
    const text = note?.(path);
    put(data, path, draft ? null : text === undefined ? value : { value, note: text });
  }
  return data;
}
