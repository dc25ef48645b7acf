import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';

/** An error as plain data, for a message to another thread: an object of a class would arrive without its class. */
export interface ErrorAsData {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  /** Set for a `UserError`. */
  readonly user?: { readonly text: Text; readonly hint: Text; readonly details: readonly Text[] };
}

export function errorAsData(error: unknown): ErrorAsData {
  if (error instanceof UserError) {
    const { name, message, text, hint, details } = error;
    return { name, message, user: { text, hint, details } };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack };
}

/** The error again: a `UserError`, or an `Error` with the stack of the other thread. */
export function errorFromData({ name, message, stack, user }: ErrorAsData): Error {
  if (user) return new UserError(user.text, user.hint, { details: user.details });
  return Object.assign(new Error(message), { name, stack });
}
