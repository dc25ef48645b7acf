import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Handlebars from 'handlebars';

/** A folder of templates, read and compiled. */
export interface Templates {
  /** The page with these names filled in; an unknown name is an error. */
  readonly page: (data: Readonly<Record<string, unknown>>) => string;
  /** The style sheet. */
  readonly style: string;
}

/** Reads `report.hbs`, its partials and `report.css` from a folder. */
export async function loadTemplates(folder: URL): Promise<Templates> {
  const read = (path: string) => readFile(new URL(path, folder), 'utf8');
  const names = (await readdir(new URL('partials/', folder))).filter((name) => name.endsWith('.hbs'));
  const [page, style, ...partials] = await Promise.all([
    read('report.hbs'),
    read('report.css'),
    ...names.map((name) => read(`partials/${name}`)),
  ]);
  const handlebars = Handlebars.create();
  for (const [index, name] of names.entries()) {
    // The line feed that ends a file is no part of what it prints.
    handlebars.registerPartial(basename(name, '.hbs'), (partials[index] ?? '').trimEnd());
  }
  const options = { knownHelpersOnly: true, preventIndent: true };
  const template = handlebars.compile(page, options);
  return { page: (data) => template(data, { allowProtoPropertiesByDefault: false }), style: style.trimEnd() };
}
