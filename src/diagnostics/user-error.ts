import { shortText } from './shortened.ts';
import type { Text } from './text.ts';

/**
 * The command cannot run for a reason outside the report: a wrong option, a missing file, no browser, no place to write.
 * The exit code is 2. `hint` says what to do.
 */
export class UserError extends Error {
  readonly text: Text;
  readonly hint: Text;
  /** More lines below the message. */
  readonly details: readonly Text[];

  constructor(text: Text, hint: Text, { details = [], ...options }: ErrorOptions & { details?: readonly Text[] } = {}) {
    super(shortText(text).en, options);
    this.name = 'UserError';
    this.text = shortText(text);
    this.hint = shortText(hint);
    this.details = details.map(shortText);
  }
}
