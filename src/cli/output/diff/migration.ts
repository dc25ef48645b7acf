import type { Language } from '../../../diagnostics/text.ts';
import { dividedRows, type Migrated } from '../../../edit/migrate.ts';
import { carriedCells } from '../../../form/carried-cells.ts';
import type { FormDef } from '../../../form/types.ts';
import type { Report } from '../../../report/report.ts';
import { numberText } from './changes.ts';
import type { DiffDocument, DiffSection } from './document.ts';

interface Migration {
  /** The new report file; undefined if the old one cannot be edited. */
  readonly migrated: Migrated | undefined;
  readonly file: string;
  readonly out: string | undefined;
}

/** Where each number of a report goes in a newer form, and what has to be filled in there. */
export function migrationDocument(report: Report, form: FormDef, how: Migration, language: Language): DiffDocument {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const { cells, missing } = carriedCells(report.form, form);
  const textOf = (path: string) => numberText(report.cells.get(path)?.text ?? '', language);
  const of = (...kinds: (typeof cells)[number]['kind'][]) => cells.filter(({ kind }) => kinds.includes(kind));
  const [old, now] = [report.form.id, form.id];
  const heads = [say(`${old} 年格式`, `${old} form`), say('数', 'Number')];
  const table = (head: string[], rows: string[][]): DiffSection['content'] => ({
    head,
    rows: rows.map((row) => row.map((text) => ({ text }))),
  });
  const section = (title: string, content: DiffSection['content']): DiffSection => ({
    title,
    isFolded: false,
    content,
  });
  const same = of('same');
  const zeros = dividedRows(report, form).flatMap(({ row, isZero }) => (isZero ? [`${row}.`] : []));
  const toDivide = of('to-divide').filter(({ path }) => !zeros.some((row) => path.startsWith(row)));
  const divided = of('to-divide').length - toDivide.length;
  return {
    title: say(`${how.file}：${old} 年格式 → ${now} 年格式`, `${how.file}: ${old} form → ${now} form`),
    summary: say(
      `照旧的单元格 ${same.length} 个（表三、表四），改名的 ${of('renamed').length} 个，要分开的 ${toDivide.length} 个${divided > 0 ? `，分开后都是 0 的 ${divided} 个` : ''}，新格式没有的 ${of('dropped').length} 个，要补填的 ${missing.size} 个。正文照旧。`,
      `Cells that stay the same: ${same.length} (tables 三 and 四); renamed: ${of('renamed').length}; to be divided: ${toDivide.length};${divided > 0 ? ` divided into zeros: ${divided};` : ''} not in the new form: ${of('dropped').length}; to be filled in: ${missing.size}. The prose stays the same.`,
    ),
    notes: notesOn(report, form, how, language),
    sections: [
      section(
        say('改了名，数照旧（核对口径）', 'Renamed, with the same number (check that it counts the same)'),
        table(
          [...heads, say(`${now} 年格式`, `${now} form`)],
          of('renamed').map(({ path, name, newName }) => [name, textOf(path), newName]),
        ),
      ),
      section(
        say('旧格式一行，新格式分三行：请把数分开', 'One row that has become several: divide the numbers'),
        table(
          heads,
          toDivide.map(({ path, name }) => [name, textOf(path)]),
        ),
      ),
      section(
        say('新格式没有，留作注释', 'Not in the new form; kept as comments'),
        table(
          heads,
          of('dropped').map(({ path, name }) => [name, textOf(path)]),
        ),
      ),
      section(
        say('要补填', 'To be filled in'),
        [...missing].map(([path, name]) => ({ place: name, words: [{ text: path }] })),
      ),
      section(
        say('正文里换成了数的绑定', 'Bindings of the prose that became numbers'),
        (how.migrated?.unbound ?? []).map(({ written, number }) => ({
          place: written,
          words: [{ text: number }],
        })),
      ),
    ].filter(({ content }) => ('rows' in content ? content.rows.length : content.length) > 0),
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
