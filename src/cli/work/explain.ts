import picocolors from 'picocolors';
import { numbersOf } from '../../check/compared-numbers.ts';
import { ALL_RULES, RULE_GROUPS } from '../../check/rule-list.ts';
import { freedomOf, SEVERITIES, severityOf } from '../../check/rule-words.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { displayWidth, wrap } from '../../diagnostics/display-width.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import { shellWord } from '../../diagnostics/shell-word.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { CheckedFile } from '../../workspace/check-files.ts';
import { checkAndTell } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';

export interface ExplainOptions {
  readonly against?: string;
}

/**
 * `report explain [RULE] [FILE]`: explains a rule, with the numbers of a report if a file is given; without a rule, lists
 * all rules.
 */
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
  const checked = file === undefined ? undefined : await checkAndTell([file], options, context);
  const reports = checked?.checked ?? [];
  const blocks = [...ruleBlocks(rule, context), ...reports.map((one) => numberBlock(rule, one, context))];
  io.stdout.write(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
  return checked?.code ?? EXIT.ok;
}

function ruleNamed(id: string): RuleInfo {
  const rule = ALL_RULES.find((one) => one.id === id);
  if (rule) return rule;
  if (/\.ya?ml$/iu.test(id)) {
    throw new UserError(
      { zh: `“${id}”是一个文件，不是规则`, en: `"${id}" is a file, not a rule` },
      {
        zh: `先写规则：report explain applications-balance ${shellWord(id)}；要核对整份报告：report validate ${shellWord(id)}`,
        en: `Put the rule first: report explain applications-balance ${shellWord(id)}. To check the report: report validate ${shellWord(id)}`,
      },
    );
  }
  const meant = didYouMean(
    id,
    ALL_RULES.map((one) => one.id),
  );
  throw new UserError(
    { zh: `没有“${id}”这条规则`, en: `There is no rule "${id}"` },
    {
      zh: `${meant ? `是不是 ${meant}？` : ''}report explain 列出全部规则`,
      en: `${meant ? `Did you mean ${meant}? ` : ''}report explain lists all rules`,
    },
  );
}

/** One line for each rule, under the heading of its group. */
function ruleList({ t, io, colorOf }: Context): string[] {
  const colors = picocolors.createColors(colorOf(io.stdout));
  const width = Math.max(...ALL_RULES.map(({ id }) => id.length));
  const wordOf = (rule: RuleInfo) => t(SEVERITIES[severityOf(rule)]);
  const wide = Math.max(...ALL_RULES.map((rule) => displayWidth(wordOf(rule))));
  const before = width + wide + 6;
  const linesOf = (rule: RuleInfo) => {
    const word = wordOf(rule);
    const gap = ' '.repeat(wide - displayWidth(word));
    const [title = '', ...rest] = wrap(t(rule.title), Math.max(20, io.stdout.columns - before));
    return [
      `  ${colors.bold(rule.id.padEnd(width))}  ${paint(rule, colors)(word)}${gap}  ${title}`,
      ...rest.map((line) => ' '.repeat(before) + line),
    ];
  };
  return RULE_GROUPS.flatMap(({ title, rules }, index) => [
    ...(index === 0 ? [] : ['']),
    colors.bold(t(title)),
    ...rules.flatMap(linesOf),
  ]);
}

type Colors = ReturnType<typeof picocolors.createColors>;
const paint = (rule: RuleInfo, colors: Colors) =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan, off: colors.dim })[severityOf(rule)];

/** Longer lines of an example are cut to `SHOWN_OF_IT` characters: brackets 2,000 deep are no clearer than 60. */
const LONGEST_LINE = 300;
const SHOWN_OF_IT = 60;

function ruleBlocks(rule: RuleInfo, { t, io, colorOf }: Context): string[][] {
  const colors = picocolors.createColors(colorOf(io.stdout));
  const fold = (text: string) => wrap(text, io.stdout.columns);
  const titled = (title: Text, lines: readonly string[]) => [colors.bold(t(title)), ...lines];
  const code = (yaml: string) =>
    yaml
      .trim()
      .split('\n')
      .map((line) => `  ${line.length > LONGEST_LINE ? `${line.slice(0, SHOWN_OF_IT)}…` : line}`);
  const { example } = rule;
  const indented = (text: Text) => wrap(t(text), io.stdout.columns - 2).map((line) => `  ${line}`);
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

function numberBlock(rule: RuleInfo, file: CheckedFile, context: Context): string[] {
  const { t, io, colorOf } = context;
  const { report, previous, source, settings } = file;
  const colors = picocolors.createColors(colorOf(io.stdout));
  const title = colors.bold(t({ zh: `${source.file} 里的数`, en: `The numbers of ${source.file}` }));
  const lines = (text: string) => wrap(text, io.stdout.columns - 2).map((line) => `  ${line}`);
  if (!report) return [title, ...lines(t(UNREAD)), ...file.diagnostics.flatMap((one) => lines(lineOf(one, t)))];
  const numbers = numbersOf(rule.id, { report, previous: previous?.report, settings });
  if (!numbers || numbers.length === 0) return [title, ...foundHere(rule, file, t).flatMap(lines)];
  const mark = (holds: boolean | undefined) =>
    holds === undefined ? colors.dim('?') : holds ? colors.green('✓') : colors.red('✗');
  return [
    title,
    ...numbers.flatMap(({ text, holds }) => {
      const [first = '', ...rest] = wrap(t(text), io.stdout.columns - 4);
      return [`  ${mark(holds)} ${first}`, ...rest.map((line) => `    ${line}`)];
    }),
  ];
}

const UNREAD: Text = { zh: '这份报告读不出来：', en: 'The report cannot be read:' };
const NOTHING: Text = { zh: '没有这个问题', en: 'Nothing found' };
const NO_PREVIOUS: Text = {
  zh: '没有上年的报告，没有核对：在报告里写 previous，或者用 --against 给出',
  en: "Not compared, because last year's report is missing. Name it in previous, or give it with --against",
};
const SWITCHED_OFF: Text = {
  zh: '这条规则没有打开：在 report.config.yaml 里写上级别',
  en: 'This rule is off: give it a severity in report.config.yaml',
};

const lineOf = ({ range, message }: Diagnostic, t: (text: Text) => string): string =>
  t({ zh: `第 ${range.line} 行：${message.zh}`, en: `line ${range.line}: ${message.en}` });

/** The findings of a rule that compares no numbers in this report, or why it was not checked. */
function foundHere(rule: RuleInfo, file: CheckedFile, t: (text: Text) => string): string[] {
  const { report, previous, diagnostics, waived, settings } = file;
  const ofRule = (one: Diagnostic) => one.rule === rule.id;
  const found = diagnostics.filter(ofRule).map((one) => lineOf(one, t));
  const standing = waived.filter(({ diagnostic }) => ofRule(diagnostic));
  const all = [
    ...found,
    ...standing.map(({ diagnostic, reason }) => {
      return `${lineOf(diagnostic, t)}${t({ zh: `（已豁免：${reason}）`, en: ` (waived: ${reason})` })}`;
    }),
  ];
  if (all.length > 0) return all;
  const severity = settings.severities[rule.id] ?? severityOf(rule);
  if (severity === 'off') return [t(SWITCHED_OFF)];
  const comparable = previous?.report.year !== undefined && previous.report.year + 1 === report?.year;
  return [t(rule.example.previous !== undefined && !comparable ? NO_PREVIOUS : NOTHING)];
}
