import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, Table, TextRun } from 'docx';
import type { PageView, SectionView } from '../../view/page-view.ts';
import type { ChartPicture } from '../chart-pictures.ts';
import type { Publication } from '../publication.ts';
import { fixedPackage } from './package.ts';
import { type ListNumbering, listIndent, ProseWriter } from './prose.ts';
import { PAGE, STYLES } from './styles.ts';
import { wordTable } from './table.ts';

export { readDocx } from './read.ts';

type DocxBlock = ReturnType<ProseWriter['blocks']>[number];

/**
 * Renders a report as a Word document with headings, numbered lists, tables whose header rows repeat, page numbers, and
 * the font names of Word and WPS. `pictures` has the charts by id; a chart without a picture stays in words. The same
 * report gives the same bytes.
 */
export async function docxOf(
  { view, date, epoch }: Publication,
  pictures: ReadonlyMap<string, ChartPicture> = new Map(),
): Promise<Uint8Array> {
  const prose = new ProseWriter(pictures);
  const children = body(view, prose);
  const document = new Document({
    title: view.title,
    creator: view.agency,
    description: `${view.agency}${view.year}年政府信息公开工作年度报告`,
    lastModifiedBy: view.agency,
    styles: STYLES,
    numbering: { config: numbering(prose.lists) },
    features: { updateFields: false },
    sections: [
      {
        properties: { page: PAGE },
        ...(view.draft && { headers: { default: new Header({ children: [draftMark()] }) } }),
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children,
      },
    ],
  });
  return fixedPackage(await Packer.toBuffer(document), { date, epoch });
}

function body(view: PageView, prose: ProseWriter): DocxBlock[] {
  const { published, corrected, preface, sections, draft } = view;
  const fact = (text: string) => new Paragraph({ style: 'Fact', children: [new TextRun(text)] });
  return [
    new Paragraph({ style: 'Title', children: prose.lines(view.titleLines.map((line) => line.join(''))) }),
    ...(published ? [fact(`发布日期：${published}`)] : []),
    ...(corrected ? prose.plain(`更正说明：本报告于${corrected.date}更正。${corrected.note}`) : []),
    ...prose.blocks(preface),
    ...sections.flatMap((section) => sectionBlocks(section, prose)),
    ...(draft ? notes(draft, prose) : []),
  ];
}

function sectionBlocks({ title, above, html, parts, table }: SectionView, prose: ProseWriter): DocxBlock[] {
  const before = prose.blocks(above);
  return [
    new Paragraph({ style: 'Heading1', children: [new TextRun(title)] }),
    ...before,
    ...(before.at(-1) instanceof Table ? [betweenTables()] : []),
    ...(table ? [wordTable(table)] : []),
    ...(table ? (table.footnote ? [prose.line('Footnote', `注：${table.footnote}`)] : [betweenTables()]) : []),
    ...prose.blocks(html),
    ...parts.flatMap((part) => [prose.line('Heading2', part.heading), ...prose.blocks(part.html)]),
  ];
}

/** An empty paragraph, because Word joins two tables that follow each other directly. */
const betweenTables = (): Paragraph => new Paragraph({ style: 'Footnote', children: [] });

function notes({ notes: all }: NonNullable<PageView['draft']>, prose: ProseWriter): DocxBlock[] {
  return [
    new Paragraph({ style: 'Heading1', pageBreakBefore: true, children: [new TextRun('草稿附注')] }),
    ...prose.plain('以下是核对这份草稿时发现的问题，不是报告的内容，正式生成时不印。'),
    ...all.flatMap(({ number, severity, place, message, hint, reason }) => [
      ...prose.plain(`〔${number}〕${severity} ${place}：${message}${hint ? `。建议：${hint}` : ''}`),
      ...(reason ? prose.plain(`豁免的理由：${reason}`) : []),
    ]),
  ];
}

const draftMark = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: '草稿', color: '808080', size: 28 })],
  });

const pageNumber = (): Paragraph =>
  new Paragraph({
    style: 'Footer',
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });

const numbering = (lists: readonly ListNumbering[]) =>
  lists.map(({ reference, ordered, start }) => ({
    reference,
    levels: [0, 1, 2, 3].map((level) => ({
      level,
      format: ordered ? ('decimal' as const) : ('bullet' as const),
      text: ordered ? `%${level + 1}.` : '•',
      start,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: listIndent(level), hanging: 420, firstLine: 0 } } },
    })),
  }));
