import type { Diagnostic, LocatedRelated } from '../../src/diagnostics/diagnostic.ts';
import type { FileResult } from '../../src/diagnostics/result.ts';
import type { RuleInfo } from '../../src/diagnostics/rule.ts';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';

export const RULE: RuleInfo = {
  id: 'sample-rule',
  severity: 'error',
  title: { zh: '两数相等', en: 'Two numbers are equal' },
  why: { zh: '同一个数', en: 'They count the same' },
  source: { zh: '格式', en: 'the form' },
  formula: { zh: '甲 ＝ 乙', en: 'a = b' },
  fixed: true,
  example: { previous: 'c: 0', good: '\na: 1\nb: 1', bad: '\na: 1\nb: 2' },
};

export const OPTIONS: ReporterOptions = {
  tool: { version: '1.2.3', rules: [RULE] },
  language: 'zh',
  failOn: 'error',
  color: false,
  quiet: false,
  verbose: false,
  columns: 80,
};

/** A finding with no mixed languages: any word in the other language comes from the reporter. */
export function diagnostic(more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    file: 'a.yaml',
    rule: 'sample-rule',
    severity: 'error',
    message: { zh: '甲不等于乙', en: 'a is not b' },
    hint: { zh: '核对', en: 'Check it' },
    reference: { zh: '格式', en: 'the form' },
    path: ['table', 'row', 0],
    range: { line: 2, column: 4, endLine: 2, endColumn: 5 },
    related: [related()],
    fingerprint: 'sample-rule@table.row.0',
    ...more,
  };
}

export const related = (more: Partial<LocatedRelated> = {}): LocatedRelated => ({
  file: 'a.yaml',
  path: ['b'],
  range: { line: 1, column: 4, endLine: 1, endColumn: 5 },
  message: { zh: '乙：1', en: 'b: 1' },
  ...more,
});

export const resultOf = (diagnostics: readonly Diagnostic[], more: Partial<FileResult> = {}): FileResult => ({
  file: 'a.yaml',
  text: 'b: 1\na: 2\n',
  diagnostics,
  waived: [],
  outputs: [],
  ...more,
});

/** Results with every severity, a consequence, a cell of last year, waived findings and a written file. */
export const EVERYTHING: readonly FileResult[] = [
  resultOf(
    [
      diagnostic({ waiver: '- rule: sample-rule\n  at: table.row.0\n' }),
      diagnostic({ cause: 0, rule: 'other-rule', related: [related({ file: 'last.yaml' })] }),
      diagnostic({ severity: 'warning' }),
      diagnostic({ severity: 'info' }),
    ],
    {
      waived: [
        { diagnostic: diagnostic(), by: 'waiver', reason: '2' },
        { diagnostic: diagnostic(), by: 'baseline', reason: '' },
      ],
      outputs: ['out/a.html'],
    },
  ),
  resultOf([], { file: 'b.yaml' }),
];

const ESCAPE = String.fromCharCode(27);

/** Texts in a report that try to affect a terminal, a log or a parser. */
export const HOSTILE = [
  '::set-output name=x::y',
  'a\n::error::b',
  'a\r::warning::b',
  'a\r\n##[add-path]b',
  '%0A::stop-commands::x',
  'a::b,c=d%',
  ']]><x attr="1">&amp;&#0;</testcase>',
  `${ESCAPE}[31mred${ESCAPE}]0;title\u0007`,
  '\u0000\u0001\u000b\ufffe\uffff\ud800',
  '\u202egnp.exe\u2066',
  '[here](https://example.com)',
  '"\'`{0}\\',
  '__proto__',
];

/** Options of a run in which something could not be checked. */
export const UNABLE: ReporterOptions = {
  ...OPTIONS,
  problems: [{ text: { zh: '找不到', en: 'not found' }, hint: { zh: '检查', en: 'check' } }],
};
