import type { Text } from './text.ts';

/**
 * The command cannot run for a reason outside the report: a wrong option, a missing file, no browser, no place to write.
 * The exit code is 2. `hint` says what to do.
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
