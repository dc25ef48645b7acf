import type { Dictionary } from '../../claims/lex/dictionary.ts';
import { type Figure, findFigures } from '../../claims/lex/figures.ts';
import { lex } from '../../claims/lex/lexer.ts';
import type { Token } from '../../claims/lex/token.ts';
import { speakerOf } from '../../claims/read-statements.ts';
import type { Report } from '../../report/report.ts';
import type { ReportText } from './report-texts.ts';

interface Lexed {
  readonly report: Report;
  readonly dictionary: Dictionary;
  readonly tokens: readonly Token[];
}

const figures = new WeakMap<ReportText, readonly Figure[]>();
const lexed = new WeakMap<ReportText, Lexed>();

/** All numbers in a text. The result is cached for each text. */
export function figuresIn(text: ReportText): readonly Figure[] {
  const found = figures.get(text) ?? findFigures(text.text);
  figures.set(text, found);
  return found;
}

/** The tokens of a text of a report. The result is cached for each text, with the dictionary it was last read with. */
export function tokensIn(text: ReportText, report: Report, dictionary: Dictionary): readonly Token[] {
  const before = lexed.get(text);
  if (before && before.report === report && before.dictionary === dictionary) return before.tokens;
  const tokens = lex(text.text, dictionary, speakerOf(report), figuresIn(text));
  lexed.set(text, { report, dictionary, tokens });
  return tokens;
}
