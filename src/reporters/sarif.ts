import type { Diagnostic, Path, PrintedPlace, Range, Severity } from '../diagnostics/diagnostic.ts';
import type { FileResult, Problem, Waived } from '../diagnostics/result.ts';
import type { Language } from '../diagnostics/text.ts';
import { visibleJson } from '../diagnostics/visible.ts';
import type { Reporter, ReporterOptions, Tool } from './reporter.ts';
import { sarifRule } from './sarif-rule.ts';
import { CAUSE, causeText, problemLines, withHint } from './words.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };
const ROOT = '%SRCROOT%';

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarif: Reporter = (results, options) => {
  const { tool, language, problems = [] } = options;
  const run = {
    tool: { driver: driver(tool, language) },
    language: TAGS[language],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [ROOT]: { description: { text: { zh: '运行命令的文件夹', en: 'The folder the command ran in' }[language] } },
    },
    invocations: [invocation(problems, language)],
    artifacts: results.map(({ file }) => ({ location: artifact(file), roles: ['analysisTarget'] })),
    results: results.flatMap((result) => resultsOf(result, options)),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [results.some(({ waived }) => waived.length > 0) ? suppressionsStated(run) : run],
  };
  return `${visibleJson(log)}\n`;
};

const invocation = (problems: readonly Problem[], language: Language) => ({
  executionSuccessful: problems.length === 0,
  ...(problems.length > 0 && {
    toolExecutionNotifications: problems.map((problem) => ({
      level: 'error',
      message: message(problemLines(problem, language).join('\n')),
    })),
  }),
});

const driver = ({ version, homepage, rules }: Tool, language: Language) => ({
  name: 'ogi-report',
  version,
  ...(homepage !== undefined && { informationUri: homepage }),
  language: TAGS[language],
  rules: rules.map((rule) => sarifRule(rule, LEVEL[rule.severity], language)),
});

function resultsOf({ diagnostics, waived }: FileResult, options: ReporterOptions): object[] {
  const found = diagnostics.map((one) => {
    const cause = one.cause === undefined ? undefined : diagnostics[one.cause];
    return resultOf(one, cause, options);
  });
  const suppressed = waived.map((one) => ({
    ...resultOf(one.diagnostic, undefined, options),
    suppressions: [suppression(one)],
  }));
  return [...found, ...suppressed];
}

function resultOf(diagnostic: Diagnostic, cause: Diagnostic | undefined, { tool, language, verbose }: ReporterOptions) {
  const { file, rule, severity, path, range, printed, related, fingerprint } = diagnostic;
  const ruleIndex = tool.rules.findIndex(({ id }) => id === rule);
  const others = [
    ...related
      .filter(({ minor }) => verbose || !minor)
      .map((one) => ({
        ...location(one.file, one.range, one.path, one.printed),
        message: message(one.message[language]),
      })),
    ...(cause ? [causeLocation(cause, language)] : []),
  ];
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVEL[severity],
    message: message(withHint(diagnostic, language).join('\n')),
    locations: [location(file, range, path, printed)],
    ...(others.length > 0 && { relatedLocations: others.map((one, index) => ({ id: index + 1, ...one })) }),
    partialFingerprints: { 'ogiReport/v1': fingerprint },
  };
}

// A published file has no lines.
const location = (file: string, range: Range, path: Path, printed?: PrintedPlace) => ({
  physicalLocation: {
    artifactLocation: artifact(file),
    ...(!printed && {
      region: {
        startLine: range.line,
        startColumn: range.column,
        endLine: range.endLine,
        endColumn: range.endColumn,
      },
    }),
  },
  ...(path.length > 0 && { logicalLocations: [{ fullyQualifiedName: path.join('.') }] }),
});

// Text quoted from a report must not become a link.
const message = (text: string) => ({ text: text.replaceAll('](', '\\](') });

const causeLocation = (cause: Diagnostic, language: Language) => ({
  ...location(cause.file, cause.range, cause.path, cause.printed),
  message: message(CAUSE[language] + causeText(cause, language)),
});

// In a URI, Chinese characters and spaces must be escaped, and half a surrogate pair is not allowed.
const artifact = (file: string) => ({
  uri: file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/'),
  uriBaseId: ROOT,
});

const suppression = ({ by, reason }: Waived) => ({
  kind: by === 'waiver' ? 'inSource' : 'external',
  status: 'accepted',
  ...(reason !== '' && { justification: reason }),
});

/** In SARIF either all results list their suppressions or none does; an empty list means that there is none. */
const suppressionsStated = <Run extends { results: readonly object[] }>(run: Run) => ({
  ...run,
  results: run.results.map((one) => ({ suppressions: [], ...one })),
});
