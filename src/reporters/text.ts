import picocolors from 'picocolors';
import { wrap } from '../diagnostics/display-width.ts';
import { countFindings, type FileResult, type Problem, type RunResult } from '../diagnostics/result.ts';
import { harmless, visibleLine } from '../diagnostics/visible.ts';
import { hangConsequences, type Tree } from './consequences.ts';
import { failedFiles } from './failed-files.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { summarize } from './summary.ts';
import { findingLines, type PrintContext } from './text-finding.ts';
import { placeIn, problemLines, UNABLE } from './words.ts';

const MOST_FINDINGS = 50;
const NARROWEST = 24;

/** Findings as text for people: place, message, reason and hint, with a summary at the end. */
export const text: Reporter = (results, options) => {
  const found = results.flatMap((result) => fileBlocks(result, options));
  const unable = (options.told ? [] : (options.problems ?? [])).map((problem) => problemBlock(problem, options));
  const end = options.quiet ? [] : [summary(results, options)];
  return harmless([...found, ...unable, ...end].map((block) => `${block}\n`).join('\n'));
};

function fileBlocks(result: FileResult, options: ReporterOptions): string[] {
  const colors = picocolors.createColors(options.color);
  const lines = result.text.split(/\r?\n/u).map(visibleLine);
  const found = result.diagnostics.filter(({ severity }) => options.verbose || severity !== 'info');
  const shown = options.verbose ? found : found.slice(0, MOST_FINDINGS);
  const trees = hangConsequences(result.diagnostics, shown);
  const blocks = trees.map((tree) => treeLines(tree, { result, lines, options, colors }).join('\n'));
  const more = found.length - shown.length;
  const rest = {
    zh: `${visibleLine(result.file)} 还有 ${more} 处，--verbose 全部列出`,
    en: `${more} more in ${visibleLine(result.file)}: --verbose lists them`,
  };
  return more > 0 ? [...blocks, colors.dim(rest[options.language])] : blocks;
}

/** A finding with its consequences below it: one line each, or in full with --verbose. */
function treeLines(tree: Tree, setting: PrintContext, under = false): string[] {
  const { options, colors } = setting;
  const own = under && !options.verbose ? shortLines(tree, setting) : findingLines(tree.diagnostic, setting, under);
  const columns = Math.max(NARROWEST, options.columns - 4);
  const inner = { ...setting, options: { ...options, columns } };
  const hung = tree.consequences.flatMap((consequence) =>
    treeLines(consequence, inner, true).map((line, index) =>
      index === 0 ? `  ${colors.dim('└')} ${line}` : `    ${line}`,
    ),
  );
  return [...own, ...hung];
}

function shortLines({ diagnostic }: Tree, { options, colors }: PrintContext): string[] {
  const { rule, message } = diagnostic;
  const place = placeIn(diagnostic);
  const line = {
    zh: `${place.zh} ${rule}：${message.zh}`,
    en: `${place.en} ${rule}: ${message.en}`,
  }[options.language];
  return wrap(visibleLine(line), options.columns).map(colors.dim);
}

const problemBlock = (problem: Problem, { language, columns }: ReporterOptions): string =>
  [UNABLE[language] + problem.text[language], ...problemLines(problem, language).slice(1)]
    .flatMap((line) => wrap(visibleLine(line), columns))
    .join('\n');

function summary(results: RunResult, options: ReporterOptions): string {
  const { language, color, verbose, columns, problems = [] } = options;
  const colors = picocolors.createColors(color);
  const { errors, warnings } = countFindings(results);
  const outputs = results.flatMap((result) => result.outputs);
  const written = outputs.map((output) => `${colors.green('→')} ${visibleLine(output)}`);
  const [sign, paint] =
    errors + problems.length > 0 ? ['✗', colors.red] : warnings > 0 ? ['!', colors.yellow] : ['✓', colors.green];
  const found = wrap(summarize(results, language, verbose, problems), columns - 2);
  return [
    ...written,
    ...failedFiles(results, options),
    ...found.map((line, index) => paint(`${index === 0 ? sign : ' '} ${line}`)),
  ].join('\n');
}
