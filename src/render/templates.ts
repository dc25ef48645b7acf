import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Handlebars from 'handlebars';
import { hashOf } from './receipt.ts';

/** A folder of templates, read and compiled. */
export interface Templates {
  /** The page with these names filled in; an unknown name is an error. */
  readonly page: (data: Readonly<Record<string, unknown>>) => string;
  /** The style sheets, one after the other. */
  readonly style: string;
  /** The style sheet that a draft has besides. */
  readonly draftStyle: string;
  /** The report to be pasted into another page: no head, no style sheet. */
  readonly fragment: (data: Readonly<Record<string, unknown>>) => string;
  /** Of all its files. */
  readonly hash: string;
}

const STYLE_SHEETS = ['report.css', 'screen.css', 'print.css'];

/** Reads `report.hbs`, `fragment.hbs`, their partials and the style sheets from a folder. */
export async function loadTemplates(folder: URL): Promise<Templates> {
  const read = (path: string) => readFile(new URL(path, folder), 'utf8');
  const names = (await readdir(new URL('partials/', folder))).filter((name) => name.endsWith('.hbs')).sort();
  const [page, fragment, draft, styles, partials] = await Promise.all([
    read('report.hbs'),
    read('fragment.hbs'),
    read('draft.css'),
    Promise.all(STYLE_SHEETS.map(read)),
    Promise.all(names.map((name) => read(`partials/${name}`))),
  ]);
  const handlebars = Handlebars.create();
  for (const [index, name] of names.entries()) {
    // The line feed that ends a file is no part of what it prints.
    handlebars.registerPartial(basename(name, '.hbs'), (partials[index] ?? '').trimEnd());
  }
  const options = { knownHelpersOnly: true, preventIndent: true };
  const compiled = (source: string) => {
    const template = handlebars.compile(source, options);
    return (data: Readonly<Record<string, unknown>>) => template(data, { allowProtoPropertiesByDefault: false });
  };
  return {
    page: compiled(page),
    fragment: compiled(fragment),
    style: styles.map((style) => style.trimEnd()).join('\n\n'),
    draftStyle: draft.trimEnd(),
    hash: hashOf(page, fragment, ...styles, draft, ...partials),
  };
}
