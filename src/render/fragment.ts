import type { Format } from './format.ts';
import { withInlineStyles } from './inline-styles.ts';
import { checkPage } from './readback/check-page.ts';
import { refuseActive } from './template-safety.ts';

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
    const html = withInlineStyles(templates.fragment({ page: publication.view }));
    if (templates.own) refuseActive(html);
    return new TextEncoder().encode(html);
  },
  readBack: async (content, { publication }) =>
    checkPage(new TextDecoder().decode(content), publication.view, { title: false }),
};
