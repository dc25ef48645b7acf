import type { Checked } from '../check/check.ts';
import type { PageFault } from '../diagnostics/page-faults.ts';
import { plural, type Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { inputOf, type Page, pageOf } from '../publish/page.ts';
import type { Tools } from '../publish/tools.ts';
import { pdf } from '../render/pdf.ts';
import type { Publication } from '../render/publication.ts';
import { checkPdf } from '../render/readback/check-pdf.ts';
import { compareBlocks } from '../render/readback/compare.ts';
import { readHtml } from '../render/readback/read-html.ts';
import type { Receipt } from '../render/receipt.ts';
import type { Published, PublishedPage, PublishedPdf } from './published-file.ts';

/** The differences between a published file and its report. */
export interface Comparison {
  /** Differences in the content, each with its place in the report file. */
  readonly faults: readonly PageFault[];
  /** Other differences. */
  readonly reasons: readonly Text[];
  /** Why the bytes were not compared; undefined if they are the same. */
  readonly unsure?: Text;
}

/**
 * Builds the file again from a report and compares the content, the attachments and, if the version, template and browser
 * are the same, the bytes. `inside`: the report comes from the file itself, which has only its data. A PDF is printed again
 * only if nothing else differs.
 */
export async function compareWithReport(
  file: Published,
  checked: Checked,
  inside: boolean,
  tools: Tools,
): Promise<Comparison> {
  const rebuilt = await rebuild(file.receipt, checked, inside, tools);
  const { receipt } = rebuilt.publication;
  const isSameSource = file.receipt.source.hash === receipt.source.hash;
  const reasons = [...(isSameSource ? [] : [OTHER_SOURCE]), ...refusal(checked, file.receipt)];
  const faults = file.kind === 'pdf' ? checkPdf(file.pdf, rebuilt.html) : pageFaults(file, rebuilt);
  const carried = [...reasons, ...otherParts(file, rebuilt.publication, isSameSource)];
  if (faults.length > 0 || carried.length > 0) return { faults, reasons: carried };
  const unsure = otherTool(file.receipt, receipt);
  if (unsure) return { faults, reasons: carried, unsure };
  return file.kind === 'pdf' ? samePdf(file, rebuilt, tools) : samePage(file, rebuilt);
}

function otherTool({ tool, template }: Receipt, ours: Receipt): Text | undefined {
  if (tool !== ours.tool)
    return { zh: `生成它的是 ${tool}，这里是 ${ours.tool}`, en: `it was built with ${tool}, and this is ${ours.tool}` };
  if (template === ours.template) return undefined;
  return { zh: '生成时用的是另一个模板', en: 'it was built with another template' };
}

const SYSTEM_FONTS: Text = {
  zh: '生成时用了那台机器的字体（--system-fonts）',
  en: 'it was built with fonts installed on the other machine (--system-fonts)',
};

const otherBrowser = (ours: string, theirs: string): Text => ({
  zh: `生成它的浏览器是 ${theirs}，这里是 ${ours}`,
  en: `it was printed with ${theirs}, and the browser here is ${ours}`,
});

/**
 * Renders the page with the choices in the receipt. The file name is that of the receipt, so a renamed report file makes no
 * difference.
 */
async function rebuild(receipt: Receipt, checked: Checked, inside: boolean, tools: Tools): Promise<Page> {
  const { formats, base, draft, systemFonts, source } = receipt;
  const withoutSource = source.name === undefined && ({ withoutSource: true } as const);
  const choices = { formats, base, ...(draft && { draft }), ...(systemFonts && { systemFonts }), ...withoutSource };
  const named = { ...checked, source: { ...checked.source, file: source.name ?? '' } };
  // A page contains its data, not the report file that the data came from.
  return pageOf(named, choices, tools, inside ? receipt.source : undefined);
}

const OTHER_SOURCE: Text = {
  zh: '报告文件和生成时的不是同一份：生成以后改过，或者拿的是另一份',
  en: 'The report file is not the one it was built from: the report was changed later, or it is another report',
};

/** A report with errors can only be built as a draft. */
function refusal({ diagnostics }: Checked, { draft }: Receipt): Text[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0 || draft) return [];
  return [
    {
      zh: `报告文件有 ${errors} 处错误，report build 不会生成它（用 report validate 查看）`,
      en: `The report file has ${plural(errors, 'error')}, so report build does not build it (see report validate)`,
    },
  ];
}

const pageFaults = ({ content, html }: PublishedPage, { html: page }: Page): PageFault[] =>
  html === page ? [] : compareBlocks(readHtml(page).blocks, content.blocks);

/** Differences in the data, the attachments and the document properties. */
function otherParts(file: Published, { view, data, source }: Publication, isSameSource: boolean): Text[] {
  const parts: [boolean, Text][] = [
    [
      !sameJson(file.data, data),
      { zh: '里面附的数据（JSON）和报告不同', en: 'The data (JSON) in the file differs from the report' },
    ],
  ];
  if (file.kind === 'pdf') {
    parts.push(
      [
        isSameSource && file.source !== source?.text,
        { zh: '里面附的报告文件被改过或者去掉了', en: 'The report in the file was changed or removed' },
      ],
      [
        file.pdf.title !== view.title || file.pdf.author !== view.agency,
        { zh: '文件属性里的标题或作者不对', en: 'The title or author in the document properties is different' },
      ],
    );
  }
  return parts.flatMap(([differs, text]) => (differs ? [text] : []));
}

function sameJson(one: string | undefined, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one ?? '')) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}

function samePage({ html }: PublishedPage, { html: page }: Page): Comparison {
  if (html === page) return { faults: [], reasons: [] };
  const lines = html.split('\n');
  const line = page.split('\n').findIndex((text, index) => text !== lines[index]) + 1 || lines.length;
  return {
    faults: [],
    reasons: [
      {
        zh: `显示的文字都对，但文件生成以后被改过：从第 ${line} 行起不同`,
        en: `The text shown is right, but the file was changed after it was built: it differs from line ${line} on`,
      },
    ],
  };
}

async function samePdf(file: PublishedPdf, rebuilt: Page, tools: Tools): Promise<Comparison> {
  const same: Comparison = { faults: [], reasons: [] };
  if (file.receipt.systemFonts) return { ...same, unsure: SYSTEM_FONTS };
  try {
    const version = await (await tools.browser()).version();
    if (version !== file.receipt.browser) return { ...same, unsure: otherBrowser(version, file.receipt.browser) };
    const bytes = await pdf.render(await inputOf(rebuilt, tools));
    if (Buffer.from(bytes).equals(file.bytes)) return same;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...same, unsure: error.text };
  }
  return {
    faults: [],
    reasons: [
      {
        zh: '文字、数和附件都对，但文件生成以后被改动过，例如重新保存、加盖签章',
        en: 'The text, numbers and attachments are right, but the file was changed after it was built; for example, it was saved again or signed',
      },
    ],
  };
}
