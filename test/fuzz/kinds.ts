import { baselines, settings, templates } from './folder-kinds.ts';
import { imports } from './import-kinds.ts';
import type { Kind, World } from './kind.ts';
import { documents, pages, pdfs } from './published-kinds.ts';
import { quickReads } from './readback-kinds.ts';
import { expressions, markdown, reports, waivers } from './report-kinds.ts';
import { yaml } from './yaml-kind.ts';

/** All kinds by name. */
export const KINDS: Readonly<Record<string, (world: World) => Kind | Promise<Kind>>> = {
  report: reports,
  waivers,
  yaml,
  expression: expressions,
  markdown,
  settings,
  baseline: baselines,
  template: templates,
  html: pages,
  pdf: pdfs,
  readback: quickReads,
  docx: documents,
  import: imports,
};
