import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';

/** An error as plain data, for a message to another thread: an object of a class would arrive without its class. */
export interface ErrorAsData {
  readonly message: string;
  readonly stack?: string | undefined;
  /** Set for a `UserError`. */
  readonly user?: { readonly text: Text; readonly hint: Text; readonly details: readonly Text[] };
}

export function errorAsData(error: unknown): ErrorAsData {
  if (error instanceof UserError) {
    const { message, text, hint, details } = error;
    return { message, user: { text, hint, details } };
  }
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
}

/** The error again: a `UserError`, or an `Error` with the stack of the other thread. */
export function errorFromData({ message, stack, user }: ErrorAsData): Error {
  if (user) return new UserError(user.text, user.hint, { details: user.details });
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
