import type { Correction } from './edit.ts';

/**
 * Checks that a correction changed only the values at the corrected paths.
 * Throws an `Error` otherwise: that is a bug of this program, and the file must not be written.
 */
export function assertOnly(before: unknown, after: unknown, corrections: readonly Correction[]): void {
  const corrected = new Set(corrections.flatMap(({ path, removed = [] }) => [path, ...removed]));
  const [old, now] = [leaves(before), leaves(after)];
  const isCorrected = (path: readonly string[]) =>
    path.some((_, depth) => corrected.has(path.slice(0, depth + 1).join('.')));
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    if (old.get(name) === now.get(name)) continue;
    const path = JSON.parse(name) as string[];
    if (!isCorrected(path)) throw new Error(`the correction of ${[...corrected].join(', ')} changed ${path.join('.')}`);
  }
}

/** Every scalar value by its path. Blank lines at the end of a text do not count. */
function leaves(data: unknown): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
      const plain = typeof value === 'object' && value !== null ? 'empty' : value;
      found.set(JSON.stringify(path), typeof plain === 'string' ? plain.trimEnd() : plain);
      return;
    }
    for (const [key, child] of Object.entries(value)) walk(child, [...path, key]);
  };
  walk(data, []);
  return found;
}
