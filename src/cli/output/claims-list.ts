import picocolors from 'picocolors';
import type { ReadFigure } from '../../check/read-figures.ts';
import { triedIn } from '../../check/rules/prose-claims.ts';
import { labelOf } from '../../check/structure/labels.ts';
import type { Verdict } from '../../claims/statement.ts';
import { wrap } from '../../diagnostics/display-width.ts';
import { end, shortened, start } from '../../diagnostics/shortened.ts';
import type { Language, Text } from '../../diagnostics/text.ts';
import { escapeHidden, visibleJson, visibleLine } from '../../diagnostics/visible.ts';
import type { Report } from '../../report/report.ts';
import { escapeMarkup } from '../../writing/markup.ts';

/** Writes the lists of all reports as one document in one format. */
export type ListFormat = (lists: readonly FigureList[], style: ListStyle) => string;

/** The figures of one file; without `report` it could not be read. */
export interface FigureList {
  /** The file name to show. */
  readonly file: string;
  readonly report: Report | undefined;
  readonly figures: readonly ReadFigure[];
}

export interface ListStyle {
  readonly language: Language;
  readonly color: boolean;
  /** The width of the list as text. */
  readonly columns: number;
}

type Read = FigureList & { readonly report: Report };
const isRead = (list: FigureList): list is Read => list.report !== undefined;

const WORDS: Readonly<Record<Verdict, Text>> = {
  agrees: { zh: '一致', en: 'agrees' },
  contradicts: { zh: '不一致', en: 'contradicts' },
  open: { zh: '不比较', en: 'not compared' },
};
const SIGNS: Readonly<Record<Verdict, string>> = { agrees: '✓', contradicts: '✗', open: '·' };

/** The comparisons of a figure, one line each, without repetition. */
export const comparisons = ({ claims }: ReadFigure, report: Report, language: Language): string[] => [
  ...new Set(claims.map(({ computed, candidates }) => (computed ?? triedIn(candidates, report))[language])),
];

const summary = (figures: readonly ReadFigure[], language: Language): string => {
  const count = (verdict: Verdict) => figures.filter((one) => one.verdict === verdict).length;
  const parts = (['agrees', 'contradicts', 'open'] as const).map(
    (verdict) => `${WORDS[verdict][language]} ${count(verdict)}`,
  );
  return language === 'zh'
    ? `正文里 ${figures.length} 处数：${parts.join('，')}`
    : `${figures.length} figures in the prose: ${parts.join(', ')}`;
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
const inLine = (prose: string): string => visibleLine(prose.replaceAll('\n', ' '));

const text: ListFormat = (lists, style) =>
  lists
    .filter(isRead)
    .map((list) => `${textOf(list, style)}\n`)
    .join('\n');

function textOf({ file, figures, report }: Read, { language, color, columns }: ListStyle): string {
  const colors = picocolors.createColors(color);
  const paint = { agrees: colors.green, contradicts: colors.red, open: colors.dim };
  const lines = byText(figures).flatMap((group) => [
    colors.bold(visibleLine(start(labelOf(report, group[0]?.path ?? [])))),
    ...group.flatMap((one) => {
      const { verdict } = one;
      const sentence = `${inLine(short(one.before))}${colors.bold(visibleLine(start(one.figure)))}${inLine(shortEnd(one.after))}`;
      const against = comparisons(one, report, language)
        .flatMap((line) => wrap(visibleLine(shortened(line)), columns - 4))
        .map((line) => `    ${colors.dim(line)}`);
      return [`  ${paint[verdict](SIGNS[verdict])} ${sentence}`, ...against];
    }),
    '',
  ]);
  const last = `${visibleLine(file)}${language === 'zh' ? '：' : ': '}${summary(figures, language)}`;
  return [...lines, ...wrap(last, columns)].join('\n');
}

const json: ListFormat = (lists, { language }) => {
  const files = lists.map(({ file, report, figures }) => ({
    file,
    figures: report === undefined ? null : figures.map((one) => figureData(one, language)),
  }));
  return `${visibleJson({ version: 1, files })}\n`;
};

const figureData = (one: ReadFigure, language: Language) => ({
  path: one.path.join('.'),
  sentence: `${end(one.before)}${one.figure}${start(one.after)}`.trim(),
  figure: one.figure,
  verdict: one.verdict,
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
  'mark{padding:0 .2em;border-radius:.2em;color:#000}.agrees{background:#c8f0cf}.contradicts{background:#ffc9c9;font-weight:bold}.open{background:#e8e8e8}small{display:block;color:#444}';

// A line of a text must not start a line of the page: it may be printed in the log of a CI service.
const inHtml = (text: string): string =>
  escapeHidden(escapeMarkup(inLine(text)), (char) => `&#${char.codePointAt(0)};`);

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
  return `<h1>${inHtml(report.title)}</h1>
<p>${inHtml(file)}<br>${inHtml(summary(figures, language))}</p>
${items.join('\n')}`;
}

const html: ListFormat = (lists, { language }) => {
  const read = lists.filter(isRead);
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${inHtml(start(read.map(({ file }) => file).join(' · ')))}</title><style>${STYLE}</style></head>
<body>${read.map((list) => htmlOf(list, language)).join('\n')}
</body></html>
`;
};

export const LIST_FORMATS: Readonly<Record<'text' | 'json' | 'html', ListFormat>> = { text, json, html };
