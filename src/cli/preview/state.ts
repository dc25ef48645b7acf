import { figuresOf } from '../../check/read-figures.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { reasonOf } from '../../diagnostics/file-error.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { hasFonts } from '../../fonts/locate.ts';
import { SECTION_KEYS } from '../../form/section-keys.ts';
import { type Page, pageOf } from '../../publish/page.ts';
import { createTools } from '../../publish/tools.ts';
import type { Report } from '../../report/report.ts';
import { type CheckedFile, checkFiles } from '../../workspace/check-files.ts';
import { comparisons } from '../output/claims-list.ts';
import type { Context } from '../output/context.ts';

export interface PreviewOptions {
  readonly against?: string;
  /** An absolute path. */
  readonly template?: string;
}

/** The state of the preview, as JSON for its page. */
export interface PreviewState {
  /** The number of the page; it goes up when the page changes. */
  readonly version: number;
  /** True if the page shows the previous state, because the file cannot be shown now. */
  readonly stale: boolean;
  readonly summary: string;
  readonly findings: readonly object[];
  readonly figures: readonly object[];
}

export interface Shown {
  readonly state: PreviewState;
  readonly html: string;
  /** The files that were read; a change in one of them makes the preview out of date. */
  readonly files: readonly string[];
}

/** Returns a function that checks and renders a report each time it is called. If that fails, it keeps the previous page. */
export function createLook(file: string, options: PreviewOptions, context: Context): () => Promise<Shown> {
  let version = 0;
  let html = EMPTY;
  return async () => {
    const { one, page, problems } = await look(file, options, context);
    if (page !== undefined && page.html !== html) {
      html = page.html;
      version++;
    }
    const diagnostics = [...(one?.diagnostics ?? []), ...(page?.diagnostics ?? [])];
    const state = { ...stateOf(one, diagnostics, problems, context), version, stale: page === undefined };
    return { state, html, files: filesOf(one) };
  };
}

const EMPTY = '<!doctype html><meta charset="utf-8"><title></title>';

interface Look {
  /** The checked file; undefined if it cannot be read. */
  readonly one?: CheckedFile | undefined;
  /** The page; undefined if it cannot be rendered. */
  readonly page?: Page;
  readonly problems: readonly UserError[];
}

/** Reads and checks the report and renders its page with the current templates. */
async function look(file: string, options: PreviewOptions, { io, warn }: Context): Promise<Look> {
  let one: CheckedFile | undefined;
  try {
    const { checked, problems } = await checkFiles([file], { ...options, published: false }, io);
    [one] = checked;
    for (const text of one?.settingsAround.ignored ?? []) warn(text);
    if (!one?.report) return { one, problems };
    const withoutFonts = !hasFonts();
    if (withoutFonts) warn(NO_FONTS);
    const tools = await createTools({ template: options.template }, io, withoutFonts);
    const choices = {
      formats: ['html'],
      base: one.input.base,
      ...(withoutFonts && { systemFonts: true as const }),
      // The page is the one that report build writes, so it contains no more of the report than that one.
      ...(one.settingsAround.config?.source === false && { withoutSource: true as const }),
    };
    const page = await pageOf(one, choices, tools);
    return { one, page, problems };
  } catch (error) {
    return { one, problems: [error instanceof UserError ? error : notRendered(error)] };
  }
}

const NO_FONTS: Text = {
  zh: '没有安装自带的字体：网页用本机的字体显示，和生成的文件不完全一样。要装上：npm install --include=optional',
  en: 'The bundled fonts are not installed: the page is shown with the fonts of this machine and differs a little from the built files. To install them: npm install --include=optional',
};

/** A file that vanished while it was read, or a template that fails when it is used: the next save tries again. */
function notRendered(error: unknown): UserError {
  const reason = reasonOf(error);
  return new UserError(
    { zh: `页面生成不了：${reason.zh}`, en: `The page cannot be rendered: ${reason.en}` },
    {
      zh: '改好刚才保存的文件，再保存一次；模板没有改过的，用 report build 看详细的错误',
      en: 'Correct the file that you saved last and save it again. If no template was changed, report build shows the details',
    },
  );
}

function stateOf(
  checked: CheckedFile | undefined,
  diagnostics: readonly Diagnostic[],
  errors: readonly UserError[],
  { language, t }: Context,
) {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  const [bad, doubtful] = [count('error') + errors.length, count('warning')];
  const unable = errors.map(({ text, hint, details }) => ({
    severity: 'error',
    rule: '',
    place: '',
    message: [text, ...details].map(t).join('\n'),
    hint: t(hint),
    path: '',
    section: '',
  }));
  const report = checked?.report;
  return {
    summary: t({ zh: `${bad} 个错误，${doubtful} 个警告`, en: `${bad} errors, ${doubtful} warnings` }),
    findings: [...unable, ...diagnostics.map((one) => findingOf(one, checked?.source.file ?? '', language))],
    figures: report && checked ? figures(report, checked, language) : [],
  };
}

function findingOf(
  { severity, rule, file, range, message, hint, path }: Diagnostic,
  own: string,
  language: 'zh' | 'en',
) {
  const dotted = path.join('.');
  const place = `${file === own ? '' : `${file}:`}${range.line}:${range.column}`;
  return {
    severity,
    rule,
    place,
    message: message[language],
    hint: hint?.[language],
    path: dotted,
    section: partOf(path),
  };
}

const figures = (report: Report, { previous, settings }: CheckedFile, language: 'zh' | 'en') =>
  figuresOf({ report, previous: previous?.report, settings }).map((one) => ({
    section: sectionOf(one.path),
    before: one.before,
    figure: one.figure,
    after: one.after,
    verdict: one.verdict,
    said: comparisons(one, report, language).join('\n'),
  }));

/** The id of the part of a section that contains a path, or of the section if it has no parts. */
const partOf = (path: readonly (string | number)[]): string =>
  path[1] === 'parts' && path[2] !== undefined ? `${sectionOf(path)}-${Number(path[2]) + 1}` : sectionOf(path);

/** The id of the section that contains a path; `report` for paths before the first section. */
function sectionOf([first]: readonly (string | number)[]): string {
  const index = SECTION_KEYS.indexOf(String(first));
  return index < 0 ? 'report' : `section-${index + 1}`;
}

const filesOf = (checked: CheckedFile | undefined): string[] =>
  [checked?.input.path, checked?.previous?.source.file].flatMap((file) => file ?? []);
