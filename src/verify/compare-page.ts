import type { Text } from '../diagnostics/text.ts';
import type { Page } from '../publish/page.ts';
import { POLICY } from '../render/page-policy.ts';
import { checkPage } from '../render/readback/check-page.ts';
import { compareBlocks } from '../render/readback/compare.ts';
import { readHtml } from '../render/readback/read-html.ts';
import { type Compared, type Differences, differs, NONE, SAME } from './compared.ts';
import { otherParts } from './other-parts.ts';
import type { PublishedPage } from './published-file.ts';

/** Compares a page with the one that was built again. */
export async function comparePage(file: PublishedPage, rebuilt: Page, isOtherVersion: boolean): Promise<Compared> {
  const found = exact(file, rebuilt);
  if (!differs(found)) return SAME;
  const proven = isOtherVersion ? await certain(file, rebuilt) : found;
  return { ...proven, isSame: false, obstacles: [], seen: otherPageFrom(lineOf(file.html, rebuilt.html)) };
}

/** Browsers read a page with other line endings as the same page. */
const withoutReturns = (html: string): string => html.replaceAll('\r\n', '\n');

/** All differences from what this version and template build. */
function exact(file: PublishedPage, { html, publication }: Page): Differences {
  if (withoutReturns(file.html) === html) return NONE;
  const reasons = otherParts(file, publication);
  const faults = compareBlocks(readHtml(html).blocks, file.content.blocks);
  return differs({ faults, reasons })
    ? { faults, reasons }
    : { faults, reasons: [changedFrom(lineOf(file.html, html))] };
}

/** Differences that no version or template could have made. */
async function certain(file: PublishedPage, { publication }: Page): Promise<Differences> {
  const reasons = otherParts(file, publication, { sameForm: false });
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
