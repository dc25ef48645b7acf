import type { Format } from './formats.ts';
import { withInlineStyles } from './inline-styles.ts';
import { checkPage } from './readback/check-page.ts';

/**
 * The body alone, to be pasted into the editor of a website that has its own head and takes style sheets, classes,
 * ids and fonts away. The title is left to that website, which prints it itself.
 */
export const fragment: Format = {
  extension: 'fragment.html',
  needsBrowser: false,
  needsPage: false,
  render: async ({ publication, templates }) =>
    new TextEncoder().encode(withInlineStyles(templates.fragment({ page: publication.view }))),
  readBack: async (content, { publication }) =>
    checkPage(new TextDecoder().decode(content), publication.view, { title: false }),
};
