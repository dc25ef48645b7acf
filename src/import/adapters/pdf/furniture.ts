import type { PageContent, PageItem } from './page-content.ts';

/** What a page number looks like, in half-width letters: -4-, — 4 —, 4/9, 第 4 页 共 9 页, 页码:4, IV. */
const PAGE_NUMBER =
  /^(?:[^\p{L}\p{N}]*(?:\d{1,4}|[ivxl]{1,6})[^\p{L}\p{N}]*|\d{1,4}\s*\/\s*\d{1,4}\s*页?|(?:页码|第)[\s:]*[\d一二三四五六七八九十百]{1,5}\s*页?(?:\s*[,/]?\s*共\s*[\d一二三四五六七八九十百]{1,5}\s*页)?|page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)$/iu;

/** How much of a page above and below may have headers and footers: points, but no more than this part of it. */
const MARGIN = 100;
const MOST = 0.2;

/** Page numbers, and headers and footers that come again on other pages. */
export function furnitureOf(pages: readonly PageContent[]): Set<PageItem> {
  const found = new Set<PageItem>();
  const repeated = new Map<string, PageItem[]>();
  for (const { items, height } of pages) {
    for (const item of [...outer(items, height), ...outer([...items].reverse(), height)]) {
      if (item.kind !== 'line') continue;
      if (PAGE_NUMBER.test(item.text.normalize('NFKC').trim())) found.add(item);
      const key = `${item.text.replace(/\d+/gu, '#')} ${Math.round(item.box.top / 4)}`;
      repeated.set(key, [...(repeated.get(key) ?? []), item]);
    }
  }
  for (const items of repeated.values()) {
    const most = Math.max(2, pages.length / 3);
    if (new Set(items).size >= most) for (const item of items) found.add(item);
  }
  return found;
}

/** The lines at the edge of a page, from the edge inwards, up to the first that stands in the text area. */
function outer(items: readonly PageItem[], height: number): PageItem[] {
  const margin = Math.min(MARGIN, height * MOST);
  const end = items.findIndex(({ kind, box }) => kind === 'grid' || (box.bottom > margin && box.top < height - margin));
  return items.slice(0, Math.min(end < 0 ? items.length : end, 4));
}
