import type { Diagnostic, LocatedRelated, Path } from '../diagnostics/diagnostic.ts';
import { countFindings, type Problem } from '../diagnostics/result.ts';
import type { Language } from '../diagnostics/text.ts';
import { visibleJson } from '../diagnostics/visible.ts';
import type { Reporter } from './reporter.ts';

/** The stable format for programs; its schema is `schemas/result.schema.json`. */
export const json: Reporter = (results, { tool, language, problems = [], shard }) => {
  const offsets: number[] = [];
  let count = 0;
  for (const { diagnostics } of results) {
    offsets.push(count);
    count += diagnostics.length;
  }
  const value = {
    version: 1,
    files: results.map(({ file }) => file),
    ...countFindings(results),
    waived: results.reduce((sum, { waived }) => sum + waived.length, 0),
    outputs: results.flatMap(({ outputs }) => outputs),
    diagnostics: results.flatMap(({ diagnostics }, index) =>
      diagnostics.map((diagnostic) => toJson(diagnostic, language, offsets[index] ?? 0)),
    ),
    // Only where there is one: readers of the first version may not know the key.
    ...(problems.length > 0 && { problems: problems.map((problem) => problemToJson(problem, language)) }),
    ...(shard && { shard: { tool: tool.version, ...shard, results, problems: problems.map(wholeProblem) } }),
  };
  return `${visibleJson(value)}\n`;
};

function toJson(diagnostic: Diagnostic, language: Language, offset: number) {
  const { file, rule, severity, message, hint, reference, path, range, printed, related, cause, waiver } = diagnostic;
  return {
    file,
    rule,
    severity,
    message: message[language],
    hint: hint?.[language] ?? null,
    reference: reference?.[language] ?? null,
    path: path.join('.'),
    pointer: pointer(path),
    ...range,
    ...(printed && { place: printed.place?.[language] ?? null, printed: printed.text ?? null }),
    related: related.map((other) => relatedToJson(other, language)),
    cause: cause === undefined ? null : cause + offset,
    waiver: waiver ?? null,
  };
}

// A problem may be an error, which has more.
const wholeProblem = ({ text, file, hint, details }: Problem): Problem => ({
  text,
  ...(file !== undefined && { file }),
  hint,
  ...(details && { details }),
});

const problemToJson = ({ text, details = [], hint }: Problem, language: Language) => ({
  message: [text, ...details].map((line) => line[language]).join('\n'),
  hint: hint?.[language] ?? null,
});

const relatedToJson = ({ file, path, range, printed, message }: LocatedRelated, language: Language) => ({
  file,
  path: path.join('.'),
  line: range.line,
  column: range.column,
  ...(printed && { place: printed.place?.[language] ?? null }),
  message: message[language],
});

const pointer = (path: Path): string =>
  path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
