import type { Browser } from '../../src/browser/types.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { pdf } from '../../src/render/pdf.ts';
import type { Publication } from '../../src/render/publication.ts';
import { loadTemplates } from '../../src/render/templates.ts';
import type { PageView } from '../../src/view/page-view.ts';

/** The official template, read once. */
export const official = loadTemplates(new URL('../../templates/official/', import.meta.url));

/** A publication with this view, for tests that need only the view. */
export const publicationOf = (view: PageView, more: Partial<Publication> = {}): Publication => ({
  view,
  workbook: { sheets: {}, kinds: {}, sums: [], checks: [], agency: '', year: '', mark: [] },
  source: { name: 'test.yaml', text: '' },
  data: '{}',
  receipt: {
    tool: 'test',
    form: '2021',
    template: 'sha256:0',
    source: { name: 'test.yaml', hash: 'sha256:0' },
    formats: ['html', 'pdf'],
    base: 'test',
  },
  date: view.publishedDate,
  ...more,
});

const pages = new WeakMap<PageView, Promise<string>>();

/** The official page of a view, rendered once. */
export function officialPage(view: PageView): Promise<string> {
  const page = pages.get(view) ?? render(publicationOf(view));
  pages.set(view, page);
  return page;
}

const render = async (publication: Publication): Promise<string> =>
  (await renderPage(publication, await official)).html;

interface PrintChanges {
  /** Changes the page before it is printed. */
  readonly change?: (html: string) => string;
  readonly publication?: Partial<Publication>;
  /** Prints it as the page of an own template. */
  readonly own?: boolean;
  /** Called when the page is rendered again with split tables. */
  readonly onPage?: () => void;
}

/** Prints a view as a PDF like a build does, with all checks. */
export async function printed(
  view: PageView,
  browser: Browser,
  { change = (html) => html, publication: more, own = false, onPage }: PrintChanges = {},
): Promise<Uint8Array> {
  const publication = publicationOf(view, more);
  const page = async (one: PageView) =>
    change(await (more ? render({ ...publication, view: one }) : officialPage(one)));
  const pageOf = (one: PageView) => {
    onPage?.();
    return page(one);
  };
  const signal = new AbortController().signal;
  return pdf.render({
    publication,
    page: await page(view),
    pageOf,
    templates: { ...(await official), own: own ? { own: new Map(), pathOf: String } : undefined },
    browser: async () => browser,
    signal,
  });
}
