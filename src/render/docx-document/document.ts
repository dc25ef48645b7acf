import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { correctionText } from '../../view/head.ts';
import type { PageView, SectionView } from '../../view/page-view.ts';
import type { ChartPicture } from '../chart-pictures.ts';
import type { Publication } from '../publication.ts';
import { fontOf } from './faces.ts';
import { fixedPackage } from './package.ts';
import { planWordPages, type TablePlan } from './plan-pages.ts';
import { gap, type ListNumbering, ProseWriter } from './prose.ts';
import { receiptProperties } from './receipt.ts';
import { CHART_WIDTH, GRID, LINE, listIndent, MARK_GAP, PAGE, STYLES } from './styles.ts';
import { wordTable } from './table.ts';

export { readDocx } from './read.ts';

/** The charts as pictures, by id. */
export interface WordPictures {
  readonly pictures?: ReadonlyMap<string, ChartPicture>;
  /** The browser that drew them. */
  readonly browser?: string;
}

type DocxBlock = ReturnType<ProseWriter['blocks']>[number];

/**
 * Renders a report as a Word document with headings, numbered lists, tables whose header rows repeat, page numbers, and
 * the font names of Word and WPS. `pictures` has the charts by id, drawn by `browser`; a chart without a picture stays in
 * words. The same report gives the same bytes.
 */
export async function docxOf(
  { view, date, epoch, data, receipt }: Pick<Publication, 'view' | 'date' | 'epoch' | 'data' | 'receipt'>,
  { pictures = new Map(), browser }: WordPictures = {},
): Promise<Uint8Array> {
  const plan = planWordPages(view, pictures);
  const prose = new ProseWriter(pictures, plan?.chartWidth ?? CHART_WIDTH);
  const children = body(view, prose, plan?.tables ?? []);
  const document = new Document({
    title: view.title,
    creator: view.agency,
    description: `${view.agency}${view.year}年政府信息公开工作年度报告`,
    lastModifiedBy: view.agency,
    customProperties: receiptProperties({ ...receipt, browser }),
    externalStyles: STYLES,
    numbering: { config: numbering(prose.lists) },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: PAGE, grid: GRID },
        ...(view.draft && { headers: onAllPages(() => new Header({ children: [draftMark()] })) }),
        footers: onAllPages((side) => new Footer({ children: [pageNumber(side)] })),
        children,
      },
    ],
  });
  return fixedPackage(await Packer.toBuffer(document), data, { date, epoch });
}

function body(view: PageView, prose: ProseWriter, tables: readonly TablePlan[]): DocxBlock[] {
  const { preface, sections, draft } = view;
  let table = 0;
  return [
    new Paragraph({ style: 'Title', children: prose.lines(view.titleLines.map((line) => line.join(''))) }),
    ...facts(view, prose),
    ...prose.blocks(preface),
    ...sections.flatMap((section) => sectionBlocks(section, prose, section.table && tables[table++])),
    ...(draft ? notes(draft, prose) : []),
  ];
}

/** The dates below the title, and the space below them. */
function facts({ published, corrected }: PageView, prose: ProseWriter): DocxBlock[] {
  const below = { spacing: { after: Math.ceil(LINE / 2) } };
  const correction = corrected && correctionText(corrected);
  return [
    ...(published
      ? [new Paragraph({ style: 'Fact', ...(!correction && below), children: [new TextRun(`发布日期：${published}`)] })]
      : []),
    ...(correction ? [new Paragraph({ style: 'Body', ...below, children: prose.lines(correction.split('\n')) })] : []),
  ];
}

function sectionBlocks(section: SectionView, prose: ProseWriter, plan?: TablePlan): DocxBlock[] {
  const { title, above, html, parts, table } = section;
  const pageBreakBefore = plan?.newPage === true && above === '' && { pageBreakBefore: true };
  return [
    new Paragraph({ style: 'Heading1', ...pageBreakBefore, children: [new TextRun(title)] }),
    ...prose.blocks(above),
    ...(table
      ? [wordTable(table, title, plan), table.footnote ? prose.line('Footnote', `注：${table.footnote}`) : gap()]
      : []),
    ...prose.blocks(html),
    ...parts.flatMap((part) => [prose.line('Heading2', part.heading), ...prose.blocks(part.html)]),
  ];
}

/** The notes of a draft, in small type as in the PDF. */
function notes({ notes: all }: NonNullable<PageView['draft']>, prose: ProseWriter): DocxBlock[] {
  const note = (lines: readonly string[]) => new Paragraph({ style: 'Note', children: prose.lines(lines) });
  return [
    new Paragraph({ style: 'Heading1', pageBreakBefore: true, children: [new TextRun('草稿附注')] }),
    note(['以下是核对这份草稿时发现的问题，不是报告的内容，正式生成时不印。']),
    ...(all.length === 0 ? [note(['没有发现问题。'])] : []),
    ...all.map(({ number, severity, place, rule, message, hint, reason, cause }) =>
      note([
        `〔${number}〕${severity}　${place}（${rule}）`,
        message,
        ...(hint ? [`建议：${hint}`] : []),
        ...(reason ? [`豁免的理由：${reason}`] : []),
        ...(cause ? [`起因见〔${cause}〕，那一处改好，这一处多半也就好了。`] : []),
      ]),
    ),
  ];
}

const onAllPages = <T>(make: (side: 'right' | 'left') => T) => ({ default: make('right'), even: make('left') });

const draftMark = (): Paragraph =>
  new Paragraph({ style: 'Header', children: [new TextRun({ text: '草稿', color: '808080' })] });

/** On the outer side, one character from the edge of the text. */
const pageNumber = (side: 'right' | 'left'): Paragraph =>
  new Paragraph({
    style: 'Footer',
    alignment: side,
    indent: { [side]: 280 },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });

/** Characters that every Chinese font has. */
const BULLETS = ['●', '○', '■', '■'];
/** Small and raised, beside text of 三号. */
const BULLET = { font: fontOf('table'), size: 20, position: '1pt' } as const;

const numbering = (lists: readonly ListNumbering[]) =>
  lists.map(({ reference, ordered, start }) => ({
    reference,
    levels: BULLETS.map((bullet, level) => ({
      level,
      format: ordered ? ('decimal' as const) : ('bullet' as const),
      text: ordered ? `%${level + 1}.` : bullet,
      start,
      alignment: AlignmentType.RIGHT,
      style: {
        paragraph: { indent: { left: listIndent(level), hanging: MARK_GAP } },
        ...(!ordered && { run: BULLET }),
      },
    })),
  }));
