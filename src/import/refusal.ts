import type { Text } from '../diagnostics/text.ts';

/** Why a file cannot be read as a report. The message says what the file is, the hint what to do instead. */
export class Refusal extends Error {
  constructor(
    /** Names the kind of refusal for programs: `scanned-pdf`, `list-page`. */
    readonly kind: string,
    readonly words: Text,
    readonly hint: Text,
  ) {
    super(words.en);
  }
}
