import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileResult, Waived } from '../diagnostics/result.ts';
import { numbering } from './numbering.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { CAUSE, causeText, problemLines, RELATED, relatedText, withHint } from './words.ts';
import { attributes, content } from './xml.ts';

/**
 * JUnit XML: one suite for each file and one case for each finding; a file without findings has one case that passes.
 *
 * A case fails exactly if its finding fails the run, so that the test report agrees with the exit code. A warning passes, with
 * its message as the output of the case, unless `--fail-on warning` is set. A waived finding is a skipped case.
 */
export const junit: Reporter = (results, options) => {
  const suites = [
    ...results.map((result) => ({ name: result.file, cases: casesOf(result, options) })),
    ...problemSuite(options),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  const printed = suites.map(({ name, cases }) =>
    [`  <testsuite${attributes({ name, ...counts(cases) })}>`, ...cases.map(print), '  </testsuite>\n'].join('\n'),
  );
  const root = attributes({ name: TOOL, ...counts(all) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${root}>\n${printed.join('')}</testsuites>\n`;
};

const TOOL = 'ogi-report';

interface Case {
  readonly name: string;
  readonly file: string;
  readonly line?: number;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly type?: string;
  readonly message?: string;
  /** The message with everything that belongs to it. */
  readonly details?: string;
}

/** What could not be checked: one suite whose cases have errors, as for a test that cannot run. */
function problemSuite({ problems = [], language }: ReporterOptions) {
  const unique = numbering();
  const cases = problems.map((problem): Case => {
    const message = problem.text[language];
    const details = problemLines(problem, language).join('\n');
    return { name: unique(message), file: TOOL, outcome: 'error', type: 'error', message, details };
  });
  return cases.length > 0 ? [{ name: TOOL, cases }] : [];
}

function casesOf(result: FileResult, options: ReporterOptions): Case[] {
  const shown = result.diagnostics.filter(({ severity }) => options.verbose || severity !== 'info');
  // Dashboards identify a case by its name and treat a new name as a new test: so the name has no line numbers.
  const unique = numbering();
  const caseOf = (diagnostic: Diagnostic) => ({
    name: unique(`${diagnostic.rule} ${diagnostic.path.join('.')}`.trim()),
    file: diagnostic.file,
    line: diagnostic.range.line,
  });
  const found = shown.map((diagnostic): Case => ({ ...caseOf(diagnostic), ...outcomeOf(diagnostic, result, options) }));
  const waived = result.waived.map((one): Case => ({ ...caseOf(one.diagnostic), ...skipped(one, options) }));
  const clean: Case = { name: result.file, file: result.file, outcome: 'passed' };
  return [...(found.length === 0 ? [clean] : found), ...waived];
}

function outcomeOf(diagnostic: Diagnostic, { diagnostics }: FileResult, { language, failOn }: ReporterOptions) {
  const { file, range, printed, severity, message, related, cause } = diagnostic;
  const origin = cause === undefined ? undefined : diagnostics[cause];
  const details = [
    printed ? file : `${file}:${range.line}:${range.column}`,
    ...withHint(diagnostic, language),
    ...related.filter(({ minor }) => !minor).map((one) => RELATED[language] + relatedText(one, file, language)),
    ...(origin ? [CAUSE[language] + causeText(origin, language)] : []),
  ].join('\n');
  const fails = severity === 'error' || (severity === 'warning' && failOn === 'warning');
  return { outcome: fails ? 'failure' : 'passed', type: severity, message: message[language], details } as const;
}

function skipped({ diagnostic, by, reason }: Waived, { language }: ReporterOptions) {
  const why = {
    waiver: { zh: `已豁免：${reason}`, en: `waived: ${reason}` },
    baseline: { zh: '在基线中', en: 'in the baseline' },
  };
  return { outcome: 'skipped', message: why[by][language], details: diagnostic.message[language] } as const;
}

const counts = (cases: readonly Case[]) => ({
  tests: cases.length,
  failures: cases.filter(({ outcome }) => outcome === 'failure').length,
  errors: cases.filter(({ outcome }) => outcome === 'error').length,
  skipped: cases.filter(({ outcome }) => outcome === 'skipped').length,
  time: 0,
});

function print({ name, file, line, outcome, type, message, details }: Case): string {
  const classname = file.replace(/\.ya?ml$/iu, '');
  const open = `    <testcase${attributes({ name, classname, file, line, time: 0 })}`;
  if (details === undefined) return `${open}/>`;
  const inner = {
    passed: `<system-out>${content(details)}</system-out>`,
    failure: `<failure${attributes({ message, type })}>${content(details)}</failure>`,
    error: `<error${attributes({ message, type })}>${content(details)}</error>`,
    skipped: `<skipped${attributes({ message })}/>\n      <system-out>${content(details)}</system-out>`,
  }[outcome];
  return `${open}>\n      ${inner}\n    </testcase>`;
}
