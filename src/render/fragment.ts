import type { Format } from './format.ts';
import { withInlineStyles } from './inline-styles.ts';
import { checkPage } from './readback/check-page.ts';
import { refuseActive } from './template-safety.ts';

/**
 * The body alone, to be pasted into the editor of a website that has its own head and takes style sheets, classes,
 * ids and fonts away. The title is left to that website, which prints it itself.
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
