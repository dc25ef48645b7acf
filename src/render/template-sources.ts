import { hashOf } from './receipt.ts';

/** How templates are compiled: ours by the build, others when they are used. */
export const COMPILE_OPTIONS = { knownHelpersOnly: true, preventIndent: true };

/** Of the templates among some sources, whatever order they stand in. */
export const hashOfTemplates = (sources: ReadonlyMap<string, string>): string =>
  hashOf(...[...sources].flatMap(([name, text]) => (name.endsWith('.hbs') ? [`${name}\n${text}`] : [])).sort());

/** The line feed that ends a partial's file is no part of what it prints. */
export const textOf = (name: string, text: string): string => (name.startsWith('partials/') ? text.trimEnd() : text);
