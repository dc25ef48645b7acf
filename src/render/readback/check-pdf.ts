import { type PageFault, pageContent } from '../../diagnostics/page-faults.ts';
import { type Block, looks } from './blocks.ts';
import { compareBlocks, NAMED, shortened } from './compare.ts';
import type { PdfContent } from './pdf-reading.ts';
import { readHtml } from './read-html.ts';

/** The watermark of a draft. */
const WATERMARK = '草稿';
/** Where a table continues on another page: above its repeated header, and behind a repeated heading line. */
const CONTINUED = /^续表|（续）/gu;

/**
 * Checks that a finished PDF has all headings, cells and texts of its page, in the same order, and nothing else except
 * page numbers, repeated table headers with 续表, and the watermark of a draft.
 */
export function checkPdf(pdf: PdfContent, page: string): PageFault[] {
  const { blocks } = readHtml(page, { paper: true });
  return [...otherNumbers(pdf), ...compareBlocks(blocks, pdf.blocks), ...otherTexts(pdf, blocks), ...foreignIn(pdf)];
}

const PAGE_NUMBER = /^—(\d+)—$/u;

/** The page numbers, if they are not 1, 2, 3 and so on; a template may print none. */
function otherNumbers({ loose, pages }: PdfContent): PageFault[] {
  const numbers = loose.flatMap((text) => PAGE_NUMBER.exec(plain(text))?.[1] ?? []);
  const isRight = numbers.length === pages && numbers.every((number, index) => number === `${index + 1}`);
  if (isRight || numbers.length === 0) return [];
  const some = numbers.slice(0, 2 * NAMED);
  return [fault(`页码不对，是 ${some.join('、')}`, `The page numbers are wrong: ${some.join(', ')}`)];
}

function otherTexts({ loose }: PdfContent, blocks: readonly Block[]): PageFault[] {
  const labels = blocks.flatMap(({ kind, text, path }) => (kind === 'cell' && path === undefined ? [plain(text)] : []));
  // A repeated header is read as one text, or cell by cell.
  const headers = labels.join('');
  const isOurs = (text: string) =>
    PAGE_NUMBER.test(text) || text === WATERMARK || headers.includes(text.replace(CONTINUED, ''));
  const texts = loose.filter((text) => !isOurs(plain(text)));
  return texts
    .slice(0, NAMED)
    .map((text) =>
      fault(
        `文件里另外印着“${shortened(text.trim())}”`,
        `The file also shows "${shortened(text.trim())}", which is not in the report`,
      ),
    );
}

/** Annotations, and what runs or can be hidden: printed reports have none of it, whatever the browser or template. */
export const foreignIn = ({ annotations, active }: PdfContent): PageFault[] => [
  ...annotations.map((kind) => fault(`文件里加了批注（${kind}）`, `Annotations were added to the file (${kind})`)),
  ...active.map((kind) => fault(`文件里加了会变的内容（${kind}）`, `Active content was added to the file (${kind})`)),
];

const plain = (text: string): string => looks(text.replace(/\s+/gu, ''));

const fault = (zh: string, en: string): PageFault => ({ rule: pageContent.id, message: { zh, en } });
