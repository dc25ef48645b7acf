import type { Text } from './text.ts';

/**
 * The command can't do its work for a reason outside the report: a bad flag, a missing file, no browser, nowhere to write.
 * Ends in exit code 2. `hint` says what to do about it.
 */
export class UserError extends Error {
  readonly text: Text;
  readonly hint: Text | undefined;

  constructor(text: Text, hint?: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'UserError';
    this.text = text;
    this.hint = hint;
  }
}
