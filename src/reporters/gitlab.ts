import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import { visibleJson, visibleLine } from '../diagnostics/visible.ts';
import { numbering } from './numbering.ts';
import type { Reporter } from './reporter.ts';
import { withHint } from './words.ts';

// GitLab's `blocker` and `major` are not used: a finding either stops a report or it does not.
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

const STOP: Text = { zh: '。', en: '. ' };

/** GitLab Code Quality: https://docs.gitlab.com/ci/testing/code_quality/ */
export const gitlab: Reporter = (results, { language }) => {
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
  return `${visibleJson(issues)}\n`;
};
