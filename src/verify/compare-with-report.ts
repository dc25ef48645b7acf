import type { Checked } from '../check/check.ts';
import { type PageFault, PageFaults } from '../diagnostics/page-faults.ts';
import { plural, type Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { inputOf, type Page, pageOf } from '../publish/page.ts';
import type { Tools } from '../publish/tools.ts';
import { POLICY } from '../render/page-policy.ts';
import { pdf } from '../render/pdf.ts';
import { checkBlocks, checkPage } from '../render/readback/check-page.ts';
import { checkPdf, foreignIn } from '../render/readback/check-pdf.ts';
import { compareBlocks } from '../render/readback/compare.ts';
import { readHtml } from '../render/readback/read-html.ts';
import type { Answer } from './answer.ts';
import { errorsHere, errorsOf, noBrowser, type Obstacle, otherBrowser, otherPage, SYSTEM_FONTS } from './obstacles.ts';
import { otherParts } from './other-parts.ts';
import type { Published, PublishedPdf } from './published-file.ts';

/** Whether every byte is the same, or the differences, or why they prove nothing. */
export interface Comparison extends Differences {
  readonly answer: Answer;
  /** For `unknown`: what would give the answer. */
  readonly settle: readonly Text[];
}

interface Differences {
  /** Differences in the content, each with its place in the report file. */
  readonly faults: readonly PageFault[];
  /** Other differences, or why the answer cannot be given. */
  readonly reasons: readonly Text[];
}

const NONE: Differences = { faults: [], reasons: [] };
const differs = ({ faults, reasons }: Differences): boolean => faults.length + reasons.length > 0;

/**
 * Builds the file again from a report and compares the bytes. Only the same bytes are the same file: whoever forges a file
 * also writes its receipt, so nothing in the receipt makes the comparison less strict. But if it names a version, template or
 * browser that is not here, a difference proves a change only if no version could have made it.
 */
export async function compareWithReport(
  file: Published,
  checked: Checked,
  inside: boolean,
  tools: Tools,
): Promise<Comparison> {
  const rebuilt = await rebuild(file, checked, inside, tools);
  const ofPage = otherPage(file.receipt, (await tools.templates()).hash);
  const refused = refusal(file, checked, inside, ofPage.length > 0);
  const found = exact(file, rebuilt);
  const print = file.kind === 'pdf' && !differs(found) ? await comparePrint(file, rebuilt, tools) : undefined;
  const isSame = !differs(found) && print?.isSame !== false;
  if (isSame && !refused) return { answer: 'is', ...NONE, settle: [] };
  const proven = isSame ? NONE : ofPage.length > 0 ? await certain(file, rebuilt) : found;
  const all = { ...proven, reasons: [...(refused?.reasons ?? []), ...proven.reasons] };
  if (differs(all)) return { answer: 'is-not', ...all, settle: [] };
  const obstacles = [...ofPage, ...(print?.obstacles ?? []), ...(refused?.obstacles ?? [])];
  if (obstacles.length === 0) return { answer: 'is-not', faults: [], reasons: [CHANGED], settle: [] };
  const seen = isSame || file.kind === 'pdf' ? [] : [otherPageFrom(lineOf(file.html, rebuilt.html))];
  return {
    answer: 'unknown',
    faults: [],
    reasons: [...seen, ...obstacles.map(({ why }) => why)],
    settle: obstacles.map(({ settle }) => settle),
  };
}

/**
 * Renders the page with the choices, the version and the template in the receipt. The file name is that of the receipt, so a
 * renamed report file makes no difference.
 */
async function rebuild({ receipt, kind }: Published, checked: Checked, inside: boolean, tools: Tools): Promise<Page> {
  const { formats, base, draft, systemFonts, tool, template, source } = receipt;
  const withoutSource = source.name === undefined && ({ withoutSource: true } as const);
  const choices = { formats, base, ...(draft && { draft }), ...(systemFonts && { systemFonts }), ...withoutSource };
  const named = { ...checked, source: { ...checked.source, file: source.name ?? '' } };
  // A page contains its data, not the report file that the data came from.
  return pageOf(named, choices, tools, { tool, template, ...(inside && kind === 'html' && { source }) });
}

interface PrintComparison {
  readonly isSame: boolean;
  /** Why other bytes prove nothing. */
  readonly obstacles: readonly Obstacle[];
}

/** Prints the PDF again, under the name of the browser in the receipt, and compares the bytes. */
async function comparePrint({ receipt, bytes }: PublishedPdf, rebuilt: Page, tools: Tools): Promise<PrintComparison> {
  try {
    const browser = await tools.browser();
    const version = await browser.version();
    const named = { ...browser, version: async () => receipt.browser };
    const printed = await pdf.render(await inputOf(rebuilt, { ...tools, browser: async () => named }));
    if (Buffer.from(printed).equals(bytes)) return { isSame: true, obstacles: [] };
    const isOther = version !== receipt.browser;
    const obstacles = [
      ...(isOther ? [otherBrowser(version, receipt.browser)] : []),
      ...(receipt.systemFonts ? [SYSTEM_FONTS] : []),
    ];
    return { isSame: false, obstacles };
  } catch (error) {
    // The build would print nothing either.
    if (error instanceof PageFaults) return { isSame: false, obstacles: [] };
    if (!(error instanceof UserError)) throw error;
    return { isSame: false, obstacles: [noBrowser(error.text)] };
  }
}

/** Browsers read a page with other line endings as the same page. */
const withoutReturns = (html: string): string => html.replaceAll('\r\n', '\n');

/** A report with errors is built only as a draft. */
function refusal(
  { receipt }: Published,
  checked: Checked,
  inside: boolean,
  otherVersion: boolean,
): { readonly reasons: readonly Text[]; readonly obstacles: readonly Obstacle[] } | undefined {
  const errors = errorsOf(checked, receipt);
  if (errors === 0) return undefined;
  if (inside || otherVersion) return { reasons: [], obstacles: [errorsHere(errors, inside)] };
  const reason: Text = {
    zh: `报告文件有 ${errors} 处错误，report build 不会生成它（用 report validate 查看）`,
    en: `The report file has ${plural(errors, 'error')}, so report build does not build it (see report validate)`,
  };
  return { reasons: [reason], obstacles: [] };
}

/** All differences from what this version and template build; for a PDF, in its content. */
function exact(file: Published, { html, publication }: Page): Differences {
  if (file.kind === 'html' && withoutReturns(file.html) === html) return NONE;
  const reasons = otherParts(file, publication);
  if (file.kind === 'pdf') return { faults: checkPdf(file.pdf, html), reasons };
  const faults = compareBlocks(readHtml(html).blocks, file.content.blocks);
  return differs({ faults, reasons })
    ? { faults, reasons }
    : { faults, reasons: [changedFrom(lineOf(file.html, html))] };
}

/** Differences that no version or template could have made. */
async function certain(file: Published, { publication }: Page): Promise<Differences> {
  const reasons = otherParts(file, publication, { sameForm: false });
  if (file.kind === 'pdf') {
    return { faults: [...checkBlocks(file.pdf.blocks, publication.view), ...foreignIn(file.pdf)], reasons };
  }
  return { faults: checkPage(file.html, publication.view), reasons: [...reasons, ...(await unsafe(file.html))] };
}

/** What a page must not have whatever its template: no build writes it. Its policy may be that of another version. */
async function unsafe(html: string): Promise<Text[]> {
  const { faultsIn } = await import('../render/safety/faults.ts');
  const [fault] = faultsIn(html.replace(OTHER_POLICY, `$1${POLICY}`), 'page', 1);
  if (!fault) return [];
  const what = fault.source.slice(0, QUOTED);
  return [
    {
      zh: `里面加了 report 生成的网页从来没有的内容：${what}`,
      en: `Something was added to it that pages built with report never have: ${what}`,
    },
  ];
}

const QUOTED = 60;
const OTHER_POLICY = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*/u;

/** The first line of a page that differs from another. */
function lineOf(html: string, other: string): number {
  const lines = html.split('\n');
  return other.split('\n').findIndex((text, index) => text !== lines[index]) + 1 || lines.length;
}

const changedFrom = (line: number): Text => ({
  zh: `文字都对，但文件生成以后被改过，看到的可能是别的：从第 ${line} 行起不同`,
  en: `Its text is right, but the file was changed after it was built and may show something else: it differs from line ${line} on`,
});
const otherPageFrom = (line: number): Text => ({
  zh: `和这里重新生成的网页不同，从第 ${line} 行起`,
  en: `It differs from the page built here, from line ${line} on`,
});
const CHANGED: Text = {
  zh: '文字、数和附件都对，但文件生成以后被改动过，例如画上了东西、重新保存、加盖签章',
  en: 'The text, numbers and attachments are right, but the file was changed after it was built; for example, something was drawn on it, or it was saved again or signed',
};
