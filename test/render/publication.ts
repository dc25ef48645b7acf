import type { Publication } from '../../src/render/publication.ts';
import { loadTemplates } from '../../src/render/templates.ts';
import type { PageView } from '../../src/view/page.ts';

/** The official template, read once. */
export const official = loadTemplates(new URL('../../templates/official/', import.meta.url));

/** A publication around a view, for tests of what is made from the view alone. */
export const publicationOf = (view: PageView, more: Partial<Publication> = {}): Publication => ({
  view,
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
