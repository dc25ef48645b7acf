/** Reads plain data of unknown shape without touching prototypes. */

export type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of `key`, if `value` is a map that has this key. */
export function get(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isData(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at a dotted path. */
export const getIn = (value: unknown, path: string): unknown => path.split('.').reduce<unknown>(get, value);

/** The text at a dotted path; a whole number counts as text, anything else is undefined. */
export function textIn(value: unknown, path: string): string | undefined {
  const found = getIn(value, path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
