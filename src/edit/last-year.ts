import { isMap } from 'yaml';
import { part } from '../form/envelope-schema.ts';
import type { Outline, PartOutline, SectionKey, TakenOver } from '../form/skeleton.ts';
import { TABLE_TEXTS } from '../form/table-texts.ts';
import type { FormDef } from '../form/types.ts';
import { tableRows } from '../form/walk.ts';
import { get, getIn, isData, textIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { doubtfulRows } from './doubtful-rows.ts';
import { endOf, indentAt, isFlow, keyStart, lineStart, nextLine, pairOf } from './positions.ts';

const CARRIED_FORWARD = 'applications.carried_forward';
const CARRIED_OVER = 'applications.carried_over';

/**
 * The parts that next year's report takes over from this one: the agency as written, headings, and applications carried
 * forward. Only known values; prose and other numbers are not copied. `form` is the form of the new report.
 */
export function takeOver(source: Source, report: Report, form: FormDef): TakenOver {
  const doubtful = doubtfulRows(source, report);
  const carried = doubtful.has(CARRIED_FORWARD) ? undefined : carriedOver(source, report);
  return {
    agency: isMap(nodeAt(source, ['agency'])) ? linesOf(source, 'agency') : undefined,
    preface: prefaceOf(source, report),
    sections: Object.fromEntries(SECTIONS.map((key) => [key, outlineOf(get(report.data, key))])),
    values: new Map([
      ...(carried === undefined ? [] : [[CARRIED_OVER, carried] as const]),
      ...textsBesideTables(report, form),
    ]),
    remarks: new Map([
      ...(carried === undefined ? [] : [[CARRIED_OVER, '取自上年的“四、结转下年度继续办理”'] as const]),
      ...documentsInForce(report, form).filter(([row]) => !doubtful.has(row)),
    ]),
  };
}

const SECTIONS: readonly SectionKey[] = ['overview', 'problems', 'other_matters'];

/** The texts that last year's tables had above and below them: to be written again. */
const textsBesideTables = ({ data }: Report, { tables }: FormDef): (readonly [string, string])[] =>
  tables
    .flatMap((table) => TABLE_TEXTS.map(({ key }) => `${table.key}.${key}`))
    .flatMap((path) => (textIn(data, path) === undefined ? [] : [[path, 'null'] as const]));

/** A key of the file with everything below it, as written, including comments; formatted anew if the whole file is in braces. */
function linesOf({ text, document, data }: Source, key: string): readonly string[] | undefined {
  const root = document?.contents;
  const pair = isMap(root) && !isFlow(root) ? pairOf(root, key) : undefined;
  const start = pair && keyStart(pair);
  const end = pair && endOf(text, pair);
  if (start === undefined || end === undefined || indentAt(text, start) !== '') {
    return [`${key}: ${JSON.stringify(get(data, key))}`];
  }
  const lines = text.slice(lineStart(text, start), nextLine(text, end)).trimEnd().split(/\r?\n/);
  const below = text.slice(nextLine(text, end)).split(/\r?\n/);
  const comments = below.findIndex((line) => !/^ +#/.test(line));
  return [...lines, ...below.slice(0, Math.max(comments, 0))];
}

// In Arabic digits of either width or in Chinese numerals. `{{year}}` is always the year of the report itself.
const NAMES_A_YEAR = /(20|２０)[0-9０-９]{2}|二[〇○零]/u;

/** Whether a preface names a year. Such a preface is about last year and is not copied. */
function prefaceOf(source: Source, report: Report): readonly string[] | undefined {
  const text = textIn(report.data, 'preface.text');
  if (text === undefined) return undefined;
  if (NAMES_A_YEAR.test(text)) return ['# preface: 上年写了前言，其中有年份，没有照抄'];
  return linesOf(source, 'preface');
}

function outlineOf(section: unknown): Outline {
  const parts = get(section, 'parts');
  return { text: isData(section) && 'text' in section, parts: Array.isArray(parts) ? parts.flatMap(partOf) : [] };
}

const ASPECTS = part.properties?.aspect?.enum ?? [];

function partOf(written: unknown): PartOutline[] {
  const heading = get(written, 'heading');
  if (typeof heading !== 'string' || heading.trim() === '') return [];
  const aspect = get(written, 'aspect');
  const remark = NAMES_A_YEAR.test(heading) ? '  # 上年的小标题里有年份，请核对' : '';
  const known = typeof aspect === 'string' && ASPECTS.includes(aspect) ? { aspect } : {};
  return [{ ...known, heading: yamlText(heading) + remark }];
}

/** Texts that YAML reads correctly without quotes: those that start with a Chinese character, and names of YAML files. */
const BARE = [
  /^\p{Script=Han}[\p{Script=Han}\p{L}\p{N}、，。；（）“”《》]*$/u,
  /^(\.\.\/)*[\p{L}\p{N}_][\p{L}\p{N}._/-]*\.ya?ml$/u,
];

/** A text as a YAML value on one line. */
export const yamlText = (text: string): string =>
  BARE.some((pattern) => pattern.test(text)) ? text : JSON.stringify(text);

/** 结转下年度继续办理 as a row of YAML, column by column as written; undefined if nothing in it is known. */
function carriedOver(source: Source, report: Report): string | undefined {
  const cells = [...report.cells.values()].filter(({ path }) => path.startsWith(`${CARRIED_FORWARD}.`));
  if (cells.every(({ state }) => state === 'unknown')) return undefined;
  const row = getIn(source.data, CARRIED_FORWARD);
  if (!isData(row)) return '0';
  const columns = cells.flatMap(({ path, total, state, text }) => {
    const key = path.slice(CARRIED_FORWARD.length + 1);
    if (get(row, key) === undefined || (total && state === 'unknown')) return [];
    return [`${key}: ${state === 'unknown' ? 'null' : text}`];
  });
  return columns.length > 0 ? `{ ${columns.join(', ')} }` : undefined;
}

/** The number of normative documents in force at the end of last year, if the new form has that column too. */
function documentsInForce(report: Report, form: FormDef): (readonly [string, string])[] {
  return form.tables.flatMap(tableRows).flatMap(({ path, columns }) => {
    const column = columns.find(({ key }) => key === 'in_force');
    const cell = column && report.cells.get(`${path}.${column.key}`);
    return cell && cell.state !== 'unknown' ? [[path, `上年现行有效 ${cell.text}`] as const] : [];
  });
}
