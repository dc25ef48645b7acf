import { place } from '../check/place.ts';
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts';
import type { PageFault } from '../render/page-faults.ts';
import { rangeAt, type Source } from '../source/parse.ts';

/** What is wrong with a finished page -> findings, each where the report file has what it speaks of. */
export function pageDiagnostics(source: Source, faults: readonly PageFault[]): Diagnostic[] {
  return place(
    source,
    faults.map(({ rule, message, hint, path, words }): Finding => {
      const offset = words === undefined ? -1 : source.text.indexOf(words);
      return {
        rule,
        severity: 'error',
        message,
        ...(hint && { hint }),
        path: path === undefined ? [] : path.split('.'),
        ...(words !== undefined &&
          offset >= 0 && { range: rangeAt(source.lines, offset, offset + words.length), words }),
      };
    }),
  );
}
