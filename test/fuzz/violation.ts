/** A result of the tool that must never be, whatever the input. The message names it without quoting the input. */
export class Violation extends Error {}

/** Throws a Violation with this message if the condition is false. */
export function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Violation(message);
}
