import type { Format } from './format.ts';
import { checkPage } from './readback/check-page.ts';

/** The finished page, unchanged. */
export const html: Format = {
  extension: 'html',
  needsBrowser: false,
  needsPage: true,
  render: async ({ page }) => new TextEncoder().encode(page),
  readBack: async (content, { publication }) => checkPage(new TextDecoder().decode(content), publication.view),
};
