import type { Format } from './format.ts';

/** The view of the report that templates get, for programs that print it themselves. */
export const json: Format = {
  extension: 'view.json',
  needsBrowser: false,
  needsPage: false,
  forPublisher: true,
  render: async ({ publication }) => new TextEncoder().encode(`${JSON.stringify(publication.view, undefined, 2)}\n`),
  // The file is the view itself, so there is nothing to compare.
  readBack: async () => [],
};
