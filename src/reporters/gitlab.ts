import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import { visibleJson, visibleLine } from '../diagnostics/visible.ts';
import { numbering } from './numbering.ts';
import type { Reporter } from './reporter.ts';
import { problemLines, withHint } from './words.ts';

// GitLab's `major` is not used: a finding either stops a report or it does not. What could not be checked is a `blocker`.
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

const STOP: Text = { zh: '。', en: '. ' };

/** GitLab Code Quality: https://docs.gitlab.com/ci/testing/code_quality/ */
export const gitlab: Reporter = (results, { language, problems = [] }) => {
  // GitLab drops the second of two findings with the same fingerprint.
  const unique = numbering();
  const issues = results.flatMap(({ diagnostics }) =>
    diagnostics.map((diagnostic) => ({
      description: withHint(diagnostic, language).map(visibleLine).join(STOP[language]),
      check_name: diagnostic.rule,
      fingerprint: unique(`${diagnostic.file} ${diagnostic.fingerprint}`),
      severity: SEVERITY[diagnostic.severity],
      location: {
        path: diagnostic.file,
        lines: { begin: diagnostic.range.line, end: diagnostic.range.endLine },
      },
    })),
  );
  // An empty list would tell GitLab that everything is mended. An issue needs a place: the folder of the run.
  const unable = problems.map((problem) => ({
    description: problemLines(problem, language).map(visibleLine).join(STOP[language]),
    check_name: 'not-checked',
    fingerprint: unique(`not-checked ${problem.text.en}`),
    severity: 'blocker',
    location: { path: '.', lines: { begin: 1 } },
  }));
  return `${visibleJson([...issues, ...unable])}\n`;
};
