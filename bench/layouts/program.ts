// What the measuring programs need, in one module to bundle.
export { readPublished } from '../../src/import/read-published.ts';
export { Refusal } from '../../src/import/refusal.ts';
export { LAYOUTS, makeFile } from './index.ts';
export { scoreOf } from './score.ts';
export { sharedFiles } from './shared-files.ts';
