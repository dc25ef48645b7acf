import picocolors from 'picocolors';
import { numbersOf } from '../../check/numbers.ts';
import { ALL_RULES, RULE_GROUPS } from '../../check/rule-list.ts';
import { freedomOf, SEVERITIES, severityOf } from '../../check/rule-words.ts';
import { DEFAULT_SETTINGS } from '../../check/settings.ts';
import { displayWidth, wrap } from '../../diagnostics/display-width.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { didYouMean } from '../../report/resolve.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type CheckedFile, checkFiles } from './check-files.ts';

export interface ExplainOptions {
  readonly against?: string;
}

/** `report explain [RULE] [FILE]`: what a rule demands, with a report's numbers where a file is given; without a rule the list. */
export async function explain(
  id: string | undefined,
  file: string | undefined,
  options: ExplainOptions,
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  if (id === undefined) {
    io.stdout.write(`${ruleList(context).join('\n')}\n`);
    return EXIT.ok;
  }
  const rule = ruleNamed(id);
  const checked = file === undefined ? undefined : await checkFiles([file], { failOn: 'error', ...options }, context);
  const [report] = checked?.checked ?? [];
  const blocks = [...ruleBlocks(rule, context), ...(report ? [numberBlock(rule, report, context)] : [])];
  io.stdout.write(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
  return checked?.code ?? EXIT.ok;
}

function ruleNamed(id: string): RuleInfo {
  const rule = ALL_RULES.find((one) => one.id === id);
  if (rule) return rule;
  const meant = didYouMean(
    id,
    ALL_RULES.map((one) => one.id),
  );
  throw new UserError(
    { zh: `没有“${id}”这条规则`, en: `There is no rule "${id}"` },
    {
      zh: `${meant ? `是不是 ${meant}？` : ''}report explain 列出全部规则`,
      en: `${meant ? `Did you mean ${meant}? ` : ''}report explain lists them all`,
    },
  );
}

/** Every rule in a line, under the heading of its group. */
function ruleList({ t, io, colorOf }: Context): string[] {
  const colors = picocolors.createColors(colorOf(io.stdout));
  const width = Math.max(...ALL_RULES.map(({ id }) => id.length));
  const wordOf = (rule: RuleInfo) => t(SEVERITIES[severityOf(rule)]);
  const wide = Math.max(...ALL_RULES.map((rule) => displayWidth(wordOf(rule))));
  const lineOf = (rule: RuleInfo) => {
    const word = wordOf(rule);
    const gap = ' '.repeat(wide - displayWidth(word));
    return `  ${colors.bold(rule.id.padEnd(width))}  ${paint(rule, colors)(word)}${gap}  ${t(rule.title)}`;
  };
  return RULE_GROUPS.flatMap(({ title, rules }, index) => [
    ...(index === 0 ? [] : ['']),
    colors.bold(t(title)),
    ...rules.map(lineOf),
  ]);
}

type Colors = ReturnType<typeof picocolors.createColors>;
const paint = (rule: RuleInfo, colors: Colors) =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan, off: colors.dim })[severityOf(rule)];

function ruleBlocks(rule: RuleInfo, { t, io, colorOf }: Context): string[][] {
  const colors = picocolors.createColors(colorOf(io.stdout));
  const fold = (text: string) => wrap(text, Math.min(io.stdout.columns, 100));
  const titled = (title: Text, lines: readonly string[]) => [colors.bold(t(title)), ...lines];
  const code = (yaml: string) =>
    yaml
      .trim()
      .split('\n')
      .map((line) => `  ${line}`);
  const { example } = rule;
  const indented = (text: Text) => fold(t(text)).map((line) => `  ${line}`);
  return [
    [`${colors.bold(rule.id)}  ${paint(rule, colors)(t(SEVERITIES[severityOf(rule)]))}`, ...fold(t(rule.title))],
    ...(rule.formula ? [titled({ zh: '公式', en: 'Formula' }, indented(rule.formula))] : []),
    titled({ zh: '为什么', en: 'Why' }, indented(rule.why)),
    titled({ zh: '依据', en: 'Source' }, indented(rule.source)),
    titled({ zh: '能不能改', en: 'Can it be set' }, indented(freedomOf(rule))),
    ...(example.previous
      ? [titled({ zh: '例：上年的报告', en: "Example: last year's report" }, code(example.previous))]
      : []),
    titled({ zh: '例：对', en: 'Example: right' }, code(example.good)),
    titled({ zh: '例：错', en: 'Example: wrong' }, code(example.bad)),
  ];
}

function numberBlock(
  rule: RuleInfo,
  { report, previous, source, diagnostics, surroundings }: CheckedFile,
  context: Context,
): string[] {
  const { t, io, colorOf } = context;
  const colors = picocolors.createColors(colorOf(io.stdout));
  const title = colors.bold(t({ zh: `${source.file} 里的数`, en: `The numbers of ${source.file}` }));
  const settings = surroundings.config?.settings ?? DEFAULT_SETTINGS;
  const numbers = report && numbersOf(rule.id, { report, previous: previous?.report, settings });
  if (!numbers || numbers.length === 0) return [title, ...foundHere(rule, diagnostics, context)];
  const mark = (holds: boolean | undefined) =>
    holds === undefined ? colors.dim('?') : holds ? colors.green('✓') : colors.red('✗');
  return [title, ...numbers.map(({ text, holds }) => `  ${mark(holds)} ${t(text)}`)];
}

function foundHere(rule: RuleInfo, diagnostics: CheckedFile['diagnostics'], { t }: Context): string[] {
  const found = diagnostics.filter((one) => one.rule === rule.id);
  if (found.length === 0) return [`  ${t({ zh: '没有这个问题', en: 'Nothing found' })}`];
  return found.map(
    ({ range, message }) => `  ${t({ zh: `第 ${range.line} 行：`, en: `line ${range.line}: ` })}${t(message)}`,
  );
}
