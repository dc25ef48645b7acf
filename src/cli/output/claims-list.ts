import picocolors from 'picocolors';
import { summaryOf } from '../../check/prose-summary.ts';
import type { ReadFigure } from '../../check/read-figures.ts';
import { triedIn } from '../../check/rules/prose-claims.ts';
import { labelOf } from '../../check/structure/labels.ts';
import type { Agreement } from '../../claims/statement.ts';
import { wrap } from '../../diagnostics/display-width.ts';
import { end, shortened, start } from '../../diagnostics/shortened.ts';
import type { Language, Text } from '../../diagnostics/text.ts';
import { escapeHidden, visibleJson, visibleLine } from '../../diagnostics/visible.ts';
import type { Report } from '../../report/report.ts';
import { escapeMarkup } from '../../writing/markup.ts';
import { type FigureList, summaryText, tableOf, tableText } from './claims-table.ts';

/** Writes the lists of all reports as one document in one format. */
export type ListFormat = (lists: readonly FigureList[], style: ListStyle) => string;

export interface ListStyle {
  readonly language: Language;
  readonly color: boolean;
  /** The width of the list as text. */
  readonly columns: number;
  /** Only how much of each report is proven, without its figures. */
  readonly isTable: boolean;
}

type Read = FigureList & { readonly report: Report };
const isRead = (list: FigureList): list is Read => list.report !== undefined;

const WORDS: Readonly<Record<Agreement, Text>> = {
  agrees: { zh: '一致', en: 'agrees' },
  contradicts: { zh: '不一致', en: 'contradicts' },
  open: { zh: '没有核对', en: 'not compared' },
};
const SIGNS: Readonly<Record<Agreement, string>> = { agrees: '✓', contradicts: '✗', open: '·' };

/** What a figure was compared with, and why it was not, one line each, without repetition. */
export const comparisons = ({ claims, reason }: ReadFigure, report: Report, language: Language): string[] => {
  const compared = claims.map((claim) => (claim.computed ?? triedIn(claim, report))[language]);
  return [...new Set([...compared, reason?.text[language] ?? ''])].filter((line) => line !== '');
};

/** Groups consecutive figures of the same text. */
function byText(figures: readonly ReadFigure[]): ReadFigure[][] {
  const groups: ReadFigure[][] = [];
  for (const one of figures) {
    if (groups.at(-1)?.[0]?.path === one.path) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

const CONTEXT = 18;
const short = (text: string): string => (text.length > CONTEXT ? `…${text.slice(-CONTEXT)}` : text);
const shortEnd = (text: string): string => (text.length > CONTEXT / 2 ? `${text.slice(0, CONTEXT / 2)}…` : text);

/** A piece of prose in a line of the list; the lines of the file do not matter here. */
const inLine = (prose: string): string =>
  visibleLine(prose.replace(/(?<=[^\x20-\x7e])\n *(?=[^\x20-\x7e])/gu, '').replaceAll('\n', ' '));

const text: ListFormat = (lists, style) => {
  const own = style.isTable
    ? []
    : lists.filter(isRead).map((list) => `${lists.length > 1 ? headOf(list, style) : ''}${textOf(list, style)}\n`);
  return [...own, ...(lists.length > 1 ? [allText(lists, style)] : [])].join('\n');
};

/** The table of several reports, and the sum of all of them. */
function allText(lists: readonly FigureList[], { language, columns }: ListStyle): string {
  const all = summaryText(summaryOf(lists.flatMap(({ figures }) => figures)), language);
  return `${tableText(tableOf(lists, language))}\n\n${wrap(all, columns).join('\n')}\n`;
}

/** A line between the lists of several reports: which one begins. */
const headOf = ({ file }: FigureList, { color }: ListStyle): string =>
  `${picocolors.createColors(color).bold(`——— ${visibleLine(file)} ———`)}\n\n`;

function textOf({ file, figures, report }: Read, { language, color, columns }: ListStyle): string {
  const colors = picocolors.createColors(color);
  const paint = { agrees: colors.green, contradicts: colors.red, open: colors.dim };
  const lines = byText(figures).flatMap((group) => [
    colors.bold(visibleLine(start(labelOf(report, group[0]?.path ?? [])))),
    ...group.flatMap((one) => {
      const { verdict } = one;
      // Without bold type, brackets show which figure of the sentence is meant.
      const figure = color ? colors.bold(inLine(start(one.figure))) : `【${inLine(start(one.figure))}】`;
      const sentence = `${inLine(short(one.before))}${figure}${inLine(shortEnd(one.after))}`;
      const against = comparisons(one, report, language)
        .flatMap((line) => wrap(visibleLine(shortened(line)), columns - 4))
        .map((line) => `    ${colors.dim(line)}`);
      return [`  ${paint[verdict](SIGNS[verdict])} ${sentence}`, ...against];
    }),
    '',
  ]);
  const last = `${visibleLine(file)}${language === 'zh' ? '：' : ': '}${summaryText(summaryOf(figures), language)}`;
  return [...lines, ...wrap(last, columns)].join('\n');
}

const json: ListFormat = (lists, { language, isTable }) => {
  const files = lists.map(({ file, report, figures }) => ({
    file,
    ...(report === undefined
      ? { summary: null, figures: null }
      : {
          summary: summaryData(figures),
          ...(!isTable && { figures: figures.map((one) => figureData(one, language)) }),
        }),
  }));
  const read = lists.filter(isRead);
  const summary = { files: lists.length, read: read.length, ...summaryData(read.flatMap(({ figures }) => figures)) };
  return `${visibleJson({ version: 2, files, summary })}\n`;
};

const summaryData = (figures: readonly ReadFigure[]) => {
  const { proven = null, ...counts } = summaryOf(figures);
  return { ...counts, proven };
};

const figureData = (one: ReadFigure, language: Language) => ({
  path: one.path.join('.'),
  sentence: `${end(one.before)}${one.figure}${start(one.after)}`.trim(),
  figure: one.figure,
  verdict: one.verdict,
  ...(one.reason && {
    reason: { kind: one.reason.reason, word: one.reason.word ?? null, text: one.reason.text[language] },
    other: one.isOther,
  }),
  claims: one.claims.map(({ kind, value, verdict, computed, candidates }) => ({
    kind,
    value,
    verdict,
    ...(computed !== undefined && { computed: computed[language] }),
    candidates: candidates.map(({ terms, value: sum }) => ({
      cells: terms.map(({ path, minus }) => (minus ? `-${path}` : path)),
      value: sum ?? null,
    })),
  })),
});

const STYLE =
  'body{font:16px/1.9 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.4rem;line-height:1.4}h2{font-size:1.1rem}li{margin:.4rem 0}' +
  'mark{padding:0 .2em;border-radius:.2em;color:#000}.agrees{background:#c8f0cf}.contradicts{background:#ffc9c9;font-weight:bold}.open{background:#e8e8e8}small{display:block;color:#444}' +
  'table{border-collapse:collapse}th,td{padding:.1rem .8rem .1rem 0;text-align:right;white-space:nowrap}th{white-space:normal;vertical-align:bottom}th:last-child,td:last-child{text-align:left}tr:last-child td{font-weight:bold}' +
  // On a phone the name has a line of its own above the numbers.
  '@media(max-width:40rem){table,tbody{display:block}tr{display:grid;grid-template-columns:repeat(5,1fr);margin:.5rem 0}th,td{padding:0 .2rem}th:last-child,td:last-child{grid-area:1/1/2/-1;white-space:normal;overflow-wrap:anywhere}}';

// A line of a text must not start a line of the page: it may be printed in the log of a CI service.
const inHtml = (text: string): string =>
  escapeHidden(escapeMarkup(inLine(text)), (char) => `&#${char.codePointAt(0)};`);

const anchorOf = ({ file }: Pick<FigureList, 'file'>): string => inHtml(encodeURIComponent(file));

function htmlOf({ file, figures, report }: Read, language: Language): string {
  const items = byText(figures).map((group) => {
    const rows = group.map((one) => {
      const { verdict } = one;
      const against = comparisons(one, report, language).map((line) => `<small>${inHtml(shortened(line))}</small>`);
      const mark = `<mark class="${verdict}" title="${WORDS[verdict][language]}">${SIGNS[verdict]} ${inHtml(one.figure)}</mark>`;
      return `<li>${inHtml(end(one.before))}${mark}${inHtml(start(one.after))}${against.join('')}</li>`;
    });
    return `<h2>${inHtml(labelOf(report, group[0]?.path ?? []))}</h2>\n<ul>\n${rows.join('\n')}\n</ul>`;
  });
  return `<h1 id="${anchorOf({ file })}">${inHtml(report.title)}</h1>
<p>${inHtml(file)}<br>${inHtml(summaryText(summaryOf(figures), language))}</p>
${items.join('\n')}`;
}

const html: ListFormat = (lists, { language, isTable }) => {
  const read = lists.filter(isRead);
  const parts = isTable ? [] : read.map((list) => htmlOf(list, language));
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${inHtml(start(read.map(({ file }) => file).join(' · ')))}</title><style>${STYLE}</style></head>
<body>${[...(lists.length > 1 ? [allHtml(lists, language, isTable)] : []), ...parts].join('\n')}
</body></html>
`;
};

/** The table of several reports, with links to the list of each, and the sum of all of them. */
function allHtml(lists: readonly FigureList[], language: Language, isTable: boolean): string {
  const { head, rows, all } = tableOf(lists, language);
  const row = (cells: readonly string[], last: string) =>
    `<tr>${cells.map((cell) => `<td>${inHtml(cell)}</td>`).join('')}<td>${last}</td></tr>`;
  const nameOf = ({ file, list }: (typeof rows)[number]) =>
    isRead(list) && !isTable ? `<a href="#${anchorOf(list)}">${inHtml(file)}</a>` : inHtml(file);
  const body = [...rows.map((one) => row(one.cells, nameOf(one))), row(all.slice(0, -1), inHtml(all.at(-1) ?? ''))];
  return `<table>
<tr>${head.map((cell) => `<th>${inHtml(cell)}</th>`).join('')}</tr>
${body.join('\n')}
</table>
<p>${inHtml(summaryText(summaryOf(lists.flatMap(({ figures }) => figures)), language))}</p>`;
}

export const LIST_FORMATS: Readonly<Record<'text' | 'json' | 'html', ListFormat>> = { text, json, html };
