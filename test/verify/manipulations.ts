import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { withTitle } from '../render/readback/mutated-pdf.ts';
import { PAGE_FORGERIES } from './forged-pages.ts';
import { PDF_FORGERIES, proseDigit, withReceipt } from './forged-pdfs.ts';
import { inParts, savedBy, WORD_FORGERIES, withProperty } from './forged-words.ts';

type Change = (file: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** What people and programs do to a published file, by format, and what must be said of it. */
export interface Manipulation {
  readonly what: string;
  readonly html: readonly [Change, RegExp];
  readonly pdf: readonly [Change, RegExp];
  readonly docx: readonly [Change, RegExp];
}

const byName = (list: readonly { what: string; change: unknown }[], name: string): Change => {
  const found = list.find(({ what }) => what === name);
  if (!found) throw new Error(`no forgery ${name}`);
  return found.change as Change;
};
const onPage =
  (change: (page: string) => string | Promise<string>): Change =>
  async (file) =>
    Buffer.from(await change(Buffer.from(file).toString()));
const page = (name: string): Change => onPage(byName(PAGE_FORGERIES, name) as never);
const pdf = (name: string): Change => byName(PDF_FORGERIES, name);
const word = (name: string): Change => byName(WORD_FORGERIES, name);

/** Another program wrote the PDF anew and dropped its tags; the text is there. */
export const withoutTags: Change = async (bytes) => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.catalog.delete(PDFName.of('StructTreeRoot'));
  document.catalog.delete(PDFName.of('MarkInfo'));
  document.setProducer('Some Program 1.0');
  return document.save({ useObjectStreams: false });
};

const HASH = `sha256:${'0'.repeat(64)}`;
const ROW = /<w:tr>(?:(?!<\/w:tr>).)*?（一）予以公开.*?<\/w:tr>/su;

export const MANIPULATIONS: readonly Manipulation[] = [
  {
    what: 'a digit in a cell',
    html: [page('a number in a cell'), /2023\.yaml:\d+:\d+.*总计：文件里是“61”，应为“16”/su],
    pdf: [pdf('a digit'), /收费金额（单位：万元）：文件里是“886\.4205”，应为“386\.4205”/u],
    docx: [word('a digit in a cell'), /总计：文件里是“19”，应为“16”/u],
  },
  {
    what: 'a digit in a sentence',
    html: [page('a number in a sentence'), /1701条[^^]*\^{4}\n/su],
    pdf: [proseDigit, /文字是“…[^”]*300余篇次.*200余篇次[^^]*\^{3}\n/su],
    docx: [word('a digit in a sentence'), /1701条[^^]*\^{4}\n/su],
  },
  {
    what: 'painted over',
    html: [page('a picture over the page'), /从第 \d+ 行起不同/u],
    pdf: [pdf('a white box over the page'), /被改动过/u],
    docx: [word('a text box'), /里面有文本框或图形/u],
  },
  {
    what: 'a row removed',
    html: [page('a row left out'), /少了一段，从“一、本年新收政府信息公开申请数量”到“16”，共 8 处/u],
    pdf: [pdf('a page left out'), /生成的样子页码不对，是 1、2、4、5/u],
    docx: [inParts({ 'word/document.xml': (xml) => xml.replace(ROW, '') }), /少了一段，从“三、本年度办理结果”到“8”/u],
  },
  {
    what: 'an attachment swapped',
    html: [page('the data alone'), /数据（JSON）和报告不同/u],
    pdf: [pdf('another report attached'), /里面附的报告文件被改过/u],
    docx: [word('other data'), /数据（JSON）和报告不同/u],
  },
  {
    what: 'metadata',
    html: [page('another title'), /从第 \d+ 行起不同/u],
    pdf: [(file) => withTitle(file, '报告'), /标题或作者不对/u],
    docx: [word('another title'), /标题或作者不对/u],
  },
  {
    what: 'saved by another program',
    html: [page('saved by a browser'), /从第 \d 行起不同/u],
    pdf: [pdf('saved again'), /别的程序（例如 qpdf）重新保存过它/u],
    docx: [savedBy('WPS Office_11.1'), /WPS Office_11\.1 重新保存过它/u],
  },
  {
    what: 'compressed until the tags are gone',
    html: [page('another font'), /从第 \d+ 行起不同/u],
    pdf: [withoutTags, /Some Program 1\.0 重新写过它，标题和表格的标签没有了；文字和数都还在/u],
    docx: [(file) => inParts({ 'docProps/app.xml': (xml) => `${xml}\n` })(file), /改动过：docProps\/app\.xml/u],
  },
  {
    what: "another report's receipt",
    html: [onPage((text) => text.replace(/("hash": ")[^"]+/u, `$1${HASH}`)), /不是同一份/u],
    pdf: [(file) => withReceipt(file, { source: { name: '2023.yaml', hash: HASH } }), /不是同一份/u],
    docx: [withProperty(/sha256:(?=[^<]*<\/vt:lpwstr><\/property><property[^>]*文件名)[^<]*/u, HASH), /不是同一份/u],
  },
];
