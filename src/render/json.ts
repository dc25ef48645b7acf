import type { Format } from './format.ts';

/** What templates are given of the report, for programs that print it in their own way. */
export const json: Format = {
  extension: 'view.json',
  needsBrowser: false,
  needsPage: false,
  forPublisher: true,
  render: async ({ publication }) => new TextEncoder().encode(`${JSON.stringify(publication.view, undefined, 2)}\n`),
  // It is the view itself.
  readBack: async () => [],
};
