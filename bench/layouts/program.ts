// What the measuring programs need, in one module to bundle.
export { readPublished } from '../../src/import/read-published.ts';
export { Refusal } from '../../src/import/refusal.ts';
export { LAYOUTS, makeFile, reportFor } from './index.ts';
export { officeFiles } from './office-folder.ts';
export { printedLayouts } from './printed.ts';
export { scoreOf } from './score.ts';
export { FAULT_KINDS, withFault } from './seeded-faults.ts';
export { sharedFiles } from './shared-files.ts';
