import type { Format } from './formats.ts';

/** The page itself. */
export const html: Format = {
  extension: 'html',
  needsBrowser: false,
  needsPage: true,
  render: async ({ page }) => new TextEncoder().encode(page),
};
