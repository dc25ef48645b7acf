import type { Format } from './formats.ts';
import { checkBlocks } from './readback/check-page.ts';

/** For the next office, which edits in Word or WPS. What makes it is loaded only when it is asked for. */
export const docx: Format = {
  extension: 'docx',
  needsBrowser: false,
  needsPage: false,
  render: async ({ publication }) => (await load()).docxOf(publication),
  readBack: async (content, { publication }) => checkBlocks((await load()).readDocx(content), publication.view),
};

const load = () => import('./docx-document/document.ts');
