import { type Language, say, type Text } from '../../../diagnostics/text.ts';
import { dividedRows, type Migrated } from '../../../edit/migrate.ts';
import { type CarriedCell, carriedCells } from '../../../form/carried-cells.ts';
import type { FormDef } from '../../../form/types.ts';
import type { Report } from '../../../report/report.ts';
import { numberText } from './changes.ts';
import { type DiffDocument, type DiffItem, type DiffSection, sizeOf } from './document.ts';

interface Migration {
  /** The new report file; undefined if the old one cannot be edited. */
  readonly migrated: Migrated | undefined;
  readonly file: string;
  readonly out: string | undefined;
}

/** The numbers of a report by what becomes of them in a newer form. */
interface CarriedNumbers extends Pick<ReturnType<typeof carriedCells>, 'missing'> {
  readonly same: readonly CarriedCell[];
  readonly renamed: readonly CarriedCell[];
  readonly dropped: readonly CarriedCell[];
  readonly toDivide: readonly CarriedCell[];
  /** The number of those that are zeros of divided rows. */
  readonly divided: number;
}

function carriedNumbers(report: Report, form: FormDef): CarriedNumbers {
  const { cells, missing } = carriedCells(report.form, form);
  const of = (one: CarriedCell['kind']) => cells.filter(({ kind }) => kind === one);
  const zeros = dividedRows(report, form).flatMap(({ row, isZero }) => (isZero ? [`${row}.`] : []));
  const all = of('to-divide');
  const toDivide = all.filter(({ path }) => !zeros.some((row) => path.startsWith(row)));
  const divided = all.length - toDivide.length;
  return { same: of('same'), renamed: of('renamed'), dropped: of('dropped'), toDivide, divided, missing };
}

/** Where each number of a report goes in a newer form, and what has to be filled in there. */
export function migrationDocument(report: Report, form: FormDef, how: Migration, language: Language): DiffDocument {
  const carried = carriedNumbers(report, form);
  const { migrated, file } = how;
  const [old, now] = [report.form.id, form.id];
  const textOf = (path: string) => numberText(report.cells.get(path)?.text ?? '', language);
  const heads = [say(`${old} 年格式`, `${old} form`), say('数', 'Number'), say(`${now} 年格式`, `${now} form`)];
  const table = (rows: readonly (readonly string[])[]): DiffSection['content'] => ({
    head: heads.slice(0, rows[0]?.length).map((text) => text[language]),
    rows: rows.map((row) => row.map((text) => ({ text }))),
  });
  const numbers = (cells: readonly CarriedCell[]) => table(cells.map(({ path, name }) => [name, textOf(path)]));
  const renamed = table(carried.renamed.map(({ path, name, newName }) => [name, textOf(path), newName]));
  const contents: readonly (readonly [Text, DiffSection['content']])[] = [
    [say('改了名，数照旧（核对口径）', 'Renamed, with the same number (check that it counts the same)'), renamed],
    [
      say('旧格式一行，新格式分三行：请把数分开', 'One row that has become several: divide the numbers'),
      numbers(carried.toDivide),
    ],
    [say('新格式没有，留作注释', 'Not in the new form; kept as comments'), numbers(carried.dropped)],
    [say('要补填', 'To be filled in'), [...carried.missing].map(([path, name]) => item(name, path))],
    [
      say('正文里换成了数的绑定', 'Bindings of the prose that became numbers'),
      (migrated?.unbound ?? []).map(({ written, number }) => item(written, number)),
    ],
  ];
  const title = say(`${file}：${old} 年格式 → ${now} 年格式`, `${file}: ${old} form → ${now} form`);
  return {
    title: title[language],
    summary: summaryOf(carried)[language],
    notes: notesOn(report, form, how, language),
    sections: contents
      .map(([heading, content]) => ({ title: heading[language], isFolded: false, content }))
      .filter(({ content }) => sizeOf(content) > 0),
  };
}

const item = (place: string, text: string): DiffItem => ({ place, words: [{ text }] });

function summaryOf({ same, renamed, toDivide, divided, dropped, missing }: CarriedNumbers): Text {
  return {
    zh: `照旧的单元格 ${same.length} 个（表三、表四），改名的 ${renamed.length} 个，要分开的 ${toDivide.length} 个${divided > 0 ? `，分开后都是 0 的 ${divided} 个` : ''}，新格式没有的 ${dropped.length} 个，要补填的 ${missing.size} 个。正文照旧。`,
    en: `Cells that stay the same: ${same.length} (tables 三 and 四); renamed: ${renamed.length}; to be divided: ${toDivide.length};${divided > 0 ? ` divided into zeros: ${divided};` : ''} not in the new form: ${dropped.length}; to be filled in: ${missing.size}. The prose stays the same.`,
  };
}

function notesOn({ year }: Report, form: FormDef, { migrated, out }: Migration, language: Language): string[] {
  const notes = [
    ...(year !== undefined && year < form.years.from
      ? [
          {
            zh: `${year} 年度的报告应当用旧格式；写出的文件注明 form: "${form.id}"，只供对照`,
            en: `A report for ${year} uses the older form; the new file says form: "${form.id}" and is only for comparison`,
          },
        ]
      : []),
    ...(migrated === undefined && out === undefined
      ? [
          {
            zh: '这个文件的写法不能逐行改，不能用 -o',
            en: 'The file is written in a way that cannot be edited line by line, so -o is not possible',
          },
        ]
      : []),
  ];
  return notes.map((note) => note[language]);
}
