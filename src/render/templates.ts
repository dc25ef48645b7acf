import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../diagnostics/user-error.ts';
import { readWholeFile } from '../disk/read-file.ts';
import { hashOf } from './receipt.ts';
import { programsOf, type TemplateProgram } from './template-programs.ts';
import { SHOWN, type TemplateFiles } from './template-sources.ts';

/** The templates of a folder, compiled. */
export interface Templates {
  /** Renders the page. */
  readonly page: TemplateProgram;
  /** The joined style sheets. */
  readonly style: string;
  /** The additional style sheet of a draft. */
  readonly draftStyle: string;
  /** Renders the sheet for sign-off. */
  readonly review: TemplateProgram;
  /** The style sheet of the sheet. */
  readonly reviewStyle: string;
  /** Renders the report to paste into another page, without a head or style sheet. */
  readonly fragment: TemplateProgram;
  /** The hash of all files that published pages are made from. */
  readonly hash: string;
  /** The hash of all files, with those of the sheet for sign-off. */
  readonly hashOfAll: string;
  /** The files from the user's folder, if there is one. Its pages are checked for scripts and external files. */
  readonly own: TemplateFiles | undefined;
}

const STYLE_SHEETS = ['report.css', 'screen.css', 'print.css'];
const PAGES = ['report.hbs', 'fragment.hbs'];
const FILES = [...PAGES, ...STYLE_SHEETS, 'draft.css', 'review.hbs', 'review.css'];
/** Bytes. A larger file is refused. */
const LARGEST = 1_000_000;

/**
 * Reads `report.hbs`, `fragment.hbs`, `review.hbs`, their partials and the style sheets from a folder. `own`, the user's folder or
 * what is in it, replaces files with the same name. Throws a UserError if `own` cannot be used; it gives file and line.
 */
export async function loadTemplates(folder: URL, own?: string | TemplateFiles): Promise<Templates> {
  const sources = new Map(await filesIn(fileURLToPath(folder)));
  const files = typeof own === 'string' ? await ownTemplate(own) : own;
  if (files) {
    for (const [name, text] of files.own) sources.set(name, text);
    await refuseFaults(sources, files.pathOf);
  }
  const names = [...sources.keys()].filter((name) => name.startsWith('partials/')).sort();
  const of = (name: string): string => sources.get(name) ?? '';
  const programOf = await programsOf(sources, files?.pathOf ?? String);
  const all = [...PAGES, ...STYLE_SHEETS, 'draft.css', ...names];
  return {
    page: programOf('report.hbs'),
    fragment: programOf('fragment.hbs'),
    style: STYLE_SHEETS.map((name) => of(name).trimEnd()).join('\n\n'),
    draftStyle: of('draft.css').trimEnd(),
    review: programOf('review.hbs'),
    reviewStyle: of('review.css').trimEnd(),
    hash: hashOf(...all.map(of)),
    hashOfAll: hashOf(JSON.stringify([...sources].sort())),
    own: files,
  };
}

/** The template files that a folder has, by name. */
async function filesIn(folder: string, read = (path: string) => readFile(path, 'utf8')): Promise<[string, string][]> {
  const [top, partials] = await Promise.all([list(folder), list(join(folder, 'partials'))]);
  const names = [
    ...FILES.filter((name) => top.includes(name)),
    ...partials.filter((name) => name.endsWith('.hbs')).map((name) => `partials/${name}`),
  ];
  return Promise.all(names.map(async (name) => [name, await read(join(folder, name))] as [string, string]));
}

/** Reads a user's template folder. Throws a UserError if it cannot be used. */
export const ownTemplate = async (folder: string): Promise<TemplateFiles> => ({
  own: new Map(await ownFiles(folder)),
  pathOf: (name) => join(folder, name),
});

const list = async (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function ownFiles(folder: string): Promise<[string, string][]> {
  const root = await realpath(folder).catch(() => undefined);
  const files = root === undefined ? [] : await filesIn(root, (path) => readInside(root, path));
  if (files.length > 0) return files;
  throw new UserError(
    { zh: `${folder} 里没有模板文件`, en: `${folder} does not contain a template file` },
    {
      zh: `先用 report template --eject ${folder} 取出官方模板`,
      en: `First write the official template to it: report template --eject ${folder}`,
    },
  );
}

/** Reads a file, without a byte order mark. Throws a UserError for a link to a place outside the folder, and for a pipe or device. */
async function readInside(root: string, path: string): Promise<string> {
  const target = await realpath(path);
  const bytes = target.startsWith(root + sep) ? readWholeFile(target, path, LARGEST) : undefined;
  if (typeof bytes === 'object') return bytes.toString('utf8').replace(/^\uFEFF/, '');
  throw new UserError(
    { zh: `模板文件 ${path} 不能用`, en: `The template file ${path} cannot be used` },
    {
      zh: '它要在模板文件夹里面，不能是指向外面的链接，不超过 1 MB',
      en: 'It must be in the template folder, not be a link to a place outside it, and have at most 1 MB',
    },
  );
}

async function refuseFaults(sources: ReadonlyMap<string, string>, pathOf: (name: string) => string): Promise<void> {
  const { checkTemplates } = await import('./template-check.ts');
  const faults = checkTemplates(sources).slice(0, SHOWN);
  const [first] = faults;
  if (!first) return;
  const lines = (language: 'zh' | 'en') =>
    faults.map(({ file, line, column, message }) => `${pathOf(file)}:${line}:${column} ${message[language]}`);
  throw new UserError({ zh: lines('zh').join('\n'), en: lines('en').join('\n') }, first.hint);
}
