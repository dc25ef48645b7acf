import type { Checked } from '../check/check.ts';
import { plural, type Text } from '../diagnostics/text.ts';
import { type Page, pageOf } from '../publish/page.ts';
import type { Tools } from '../publish/tools.ts';
import type { Answer } from './answer.ts';
import { comparePage } from './compare-page.ts';
import { comparePdf } from './compare-pdf.ts';
import { compareWord } from './compare-word.ts';
import { type Compared, type Differences, differs, NONE } from './compared.ts';
import { errorsHere, errorsOf, type Obstacle, otherPage } from './obstacles.ts';
import { otherReport } from './other-parts.ts';
import type { Published } from './published-file.ts';

/** Whether every byte is the same, or the differences, or why they prove nothing. */
export interface Comparison extends Differences {
  readonly answer: Answer;
  /** For `unknown`: what would give the answer. */
  readonly settle: readonly Text[];
}

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
  // No template decides what a Word document shows.
  const template = file.kind === 'docx' ? file.receipt.template : (await tools.templates()).hash;
  const ofPage = otherPage(file.receipt, template);
  const isOtherVersion = ofPage.length > 0;
  const refused = refusal(file, checked, inside, isOtherVersion);
  const compared = await compare(file, rebuilt, isOtherVersion, tools);
  if (compared.isSame && !refused) return { answer: 'is', ...NONE, settle: [] };
  const { faults, reasons } = compared;
  const all = { faults, reasons: [...(refused?.reasons ?? []), ...reasons] };
  if (differs(all)) {
    const cause = inside ? undefined : otherReport(file, rebuilt.publication, isOtherVersion ? undefined : all);
    return { answer: 'is-not', ...(cause ? { faults: [], reasons: [cause] } : all), settle: [] };
  }
  const obstacles = [...ofPage, ...compared.obstacles, ...(refused?.obstacles ?? [])];
  if (obstacles.length === 0) return { answer: 'is-not', faults: [], reasons: [CHANGED], settle: [] };
  return {
    answer: 'unknown',
    faults: [],
    reasons: [...(compared.seen ? [compared.seen] : []), ...obstacles.map(({ why }) => why)],
    settle: obstacles.map(({ settle }) => settle),
  };
}

/**
 * Compares a file with the one that was built again; with `isOtherVersion`, the differences that no version could have
 * made.
 */
async function compare(file: Published, rebuilt: Page, isOtherVersion: boolean, tools: Tools): Promise<Compared> {
  if (file.kind === 'html') return comparePage(file, rebuilt, isOtherVersion);
  return file.kind === 'pdf'
    ? comparePdf(file, rebuilt, isOtherVersion, tools)
    : compareWord(file, rebuilt, isOtherVersion, tools);
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
  // A page and a Word document contain their data, not the report file that the data came from.
  return pageOf(named, choices, tools, { tool, template, ...(inside && kind !== 'pdf' && { source }) });
}

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

const CHANGED: Text = {
  zh: '文字、数和附件都对，但文件生成以后被改动过，例如画上了东西、重新保存、加盖签章',
  en: 'The text, numbers and attachments are right, but the file was changed after it was built; for example, something was drawn on it, or it was saved again or signed',
};
