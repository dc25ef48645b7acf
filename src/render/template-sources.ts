import { hashOf } from './receipt.ts';

/** The files of a user's template folder. */
export interface TemplateFiles {
  /** The text of each file, by its name. */
  readonly own: ReadonlyMap<string, string>;
  /** The path of a file in messages. */
  readonly pathOf: (name: string) => string;
}

/** The number of faults in one message. */
export const SHOWN = 5;

/** Options of Handlebars' compiler. The build compiles the official templates; changed ones are compiled when used. */
export const COMPILE_OPTIONS = { knownHelpersOnly: true, preventIndent: true };

/** The hash of the templates among some sources, in any order. */
export const hashOfTemplates = (sources: ReadonlyMap<string, string>): string =>
  hashOf(...[...sources].flatMap(([name, text]) => (name.endsWith('.hbs') ? [`${name}\n${text}`] : [])).sort());

/** The text of a template. A partial does not print the line feed at the end of its file. */
export const textOf = (name: string, text: string): string => (name.startsWith('partials/') ? text.trimEnd() : text);
