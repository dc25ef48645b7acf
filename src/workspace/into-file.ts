import { createHash } from 'node:crypto';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { NotTaken } from '../edit/not-taken.ts';
import { type FilledNumber, takeNumbers } from '../edit/take-numbers.ts';
import type { PublishedReading } from '../import/reading.ts';
import { placeText } from '../import/words.ts';
import type { Report } from '../report/report.ts';
import { locate } from '../source/locate.ts';
import type { CheckedFile } from './check-files.ts';
import type { EditedFile } from './edited-file.ts';

/** A report file that takes the numbers that were changed in a workbook. */
export interface IntoFile extends EditedFile {
  /** What a person must look at; the report has not taken it. */
  readonly told: readonly Text[];
}

/**
 * Takes the numbers that were changed in a workbook into the report that it was made from. Nothing is written. Throws a
 * `UserError` if the workbook is of another agency, year or form.
 */
export function intoFile({ input, source }: CheckedFile, report: Report, reading: PublishedReading): IntoFile {
  const { tables, workbook } = reading;
  assertSameReport(report, reading, input.name);
  const filled = new Map(
    [...tables.cells.values()]
      .filter(({ path }) => !tables.missing.includes(path.slice(0, path.indexOf('.'))))
      .map(({ path, value, note, text, confidence, reason }): [string, FilledNumber] => [
        path,
        { path, value, note, text, sure: confidence === 'sure', missing: reason === 'missing' },
      ]),
  );
  const { source: after, taken, notTaken } = takeNumbers(source, filled, workbook?.numbers);
  const changes = taken.map(({ path, name, was, now }) => {
    const place = placeText(tables.cells.get(path)?.place);
    return {
      line: locate(after, path.split('.')).line,
      message: {
        zh: `${name}（${place.zh}）：${was || '未填'} → ${now}`,
        en: `${name} (${place.en}): ${was || 'unknown'} → ${now}`,
      },
    };
  });
  const told = [...ofTheFile(source.text, reading), ...ofSheets(reading), ...ofCells(notTaken, reading)];
  return { input, before: source, after, changes, told };
}

/** The workbook says which report it is from; any other file, if its text does. */
function assertSameReport(report: Report, { file, tables, texts, workbook }: PublishedReading, name: string): void {
  const fact = (path: string) => texts.facts.find((one) => one.path === path)?.value;
  const agency = workbook?.agency ?? fact('agency.name');
  const year = workbook?.year ?? fact('year');
  const own = `${report.agencyName}${report.year ?? ''}年`;
  const isOther =
    (agency !== undefined && agency !== report.agencyName) || (year !== undefined && year !== `${report.year ?? ''}`);
  const found = tables.missing.length < tables.form.tables.length;
  if (!isOther && !(found && tables.form.id !== report.form.id)) return;
  throw new UserError(
    {
      zh: `${file} 是${agency ?? ''}${year ?? ''}年的表（${tables.form.id} 年格式），${name} 是${own}的报告，没有取`,
      en: `${file} has the tables of ${agency ?? ''} ${year ?? ''} (form of ${tables.form.id}), but ${name} is the report of ${report.agencyName} ${report.year ?? ''}; nothing was taken`,
    },
    {
      zh: '选对报告文件，或者从这份报告重新生成表格',
      en: 'Choose the right report file, or build the workbook again from it',
    },
  );
}

function ofTheFile(text: string, { file, texts, workbook }: PublishedReading): Text[] {
  if (workbook) {
    const hash = `sha256:${createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'utf8').digest('hex')}`;
    if (hash === workbook.fingerprint) return [];
    return [
      {
        zh: `${file} 生成以后报告改过：表格里没有动的数，以报告为准`,
        en: `The report was changed after ${file} was built: numbers that the workbook did not change stay as the report has them`,
      },
    ];
  }
  if (texts.facts.some(({ path }) => path === 'agency.name' || path === 'year')) return [];
  return [
    {
      zh: `${file} 没有写明是哪个机关、哪一年的表，按指定的报告取`,
      en: `${file} does not say of which agency and year its tables are; they were taken into the report named`,
    },
  ];
}

/** Tables that are gone, and sheets with other names. */
function ofSheets({ tables, workbook }: PublishedReading): Text[] {
  const gone = tables.missing.map((key): Text => {
    const label = tables.form.tables.find((table) => table.key === key)?.label ?? key;
    return { zh: `没有找到表：${label}，报告里的没有动`, en: `table not found: ${label}; the report is unchanged` };
  });
  const names = new Set([...tables.cells.values()].flatMap(({ place }) => place?.sheet ?? []));
  const renamed = [...names].filter((name) => workbook && !workbook.sheets.includes(name));
  return [
    ...gone,
    ...renamed.map(
      (name): Text => ({
        zh: `工作表“${name}”改过名字，按表头认出来了`,
        en: `the sheet "${name}" was renamed; its table was recognized by its labels`,
      }),
    ),
  ];
}

/** A row that is gone is told once, other cells one by one with their place. */
function ofCells(notTaken: readonly NotTaken[], { tables }: PublishedReading): Text[] {
  const rows = new Set<string>();
  return notTaken.flatMap(({ path, kind, message }): Text[] => {
    const row = path.slice(0, path.lastIndexOf('.'));
    const isGone = [...tables.cells].every(([one, { reason }]) => !one.startsWith(`${row}.`) || reason === 'missing');
    if (kind === 'missing' && isGone) {
      if (rows.has(row)) return [];
      rows.add(row);
      const [name = ''] = message.zh.split(' · ');
      return [
        {
          zh: `${name}：表格里没有这一行，报告没有动`,
          en: `${name}: the workbook does not have this row; the report is unchanged`,
        },
      ];
    }
    const place = placeText(tables.cells.get(path)?.place);
    return [place.zh === '' ? message : { zh: `${place.zh} ${message.zh}`, en: `${place.en}: ${message.en}` }];
  });
}
