import type { Format } from './format.ts';
import { withInlineStyles } from './inline-styles.ts';
import { checkPage } from './readback/check-page.ts';
import { refuseUnsafe } from './template-safety.ts';

/**
 * Only the body of the page, to paste into the editor of a website that removes style sheets, classes, ids and fonts.
 * It has no title, because the website prints the title itself.
 */
export const fragment: Format = {
  extension: 'fragment.html',
  needsBrowser: false,
  needsPage: false,
  forPublisher: true,
  render: async ({ publication, templates }) => {
    const body = templates.fragment({ page: publication.view });
    await refuseUnsafe(body, 'fragment', templates.own);
    const html = withInlineStyles(body);
    await refuseUnsafe(html, 'fragment', templates.own);
    return new TextEncoder().encode(html);
  },
  readBack: async (content, { publication }) =>
    checkPage(new TextDecoder().decode(content), publication.view, { title: false }),
};
