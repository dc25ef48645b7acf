import type { Receipt } from './receipt.ts';

/** Characters of a receipt. */
const LONGEST_RECEIPT = 20_000;
const TOOL = /^ogi-report \d+\.\d+\.\d+(?:-[\w.]+)?$/u;
const FORM = /^\d{4}$/u;
const HASH = /^sha256:[0-9a-f]{64}$/u;
const FILE_NAME = /^[^\p{Cc}\p{Cf}/\\]+$/u;
const BROWSER = /^[A-Za-z]+\/\d+(?:\.\d+){0,3}$/u;

/**
 * Parses a receipt. Anybody may have written the file, and what the receipt says is built again, so only values that a build
 * writes are used; undefined if one is missing or another. `isFormat` knows the names of the formats.
 */
export function receiptIn(
  text: string | undefined,
  isFormat: (name: string) => boolean,
): (Receipt & { browser?: string }) | undefined {
  const value = parsed(text);
  const { tool, form, template, source, formats, base, draft, review, systemFonts, browser } = value as Record<
    string,
    unknown
  >;
  const { name, hash } = (source ?? {}) as Record<string, unknown>;
  if (!(isText(tool, TOOL) && isText(form, FORM) && isText(template, HASH))) return undefined;
  if (!((name === undefined || isText(name, FILE_NAME)) && isText(hash, HASH))) return undefined;
  if (!(isText(base, FILE_NAME) && areFormats(formats, isFormat))) return undefined;
  // The links of a page lead to files with the name `base`.
  if (name !== undefined && stem(base) !== stem(name) + (draft === true ? '.draft' : '')) return undefined;
  return {
    tool,
    form,
    template,
    source: { ...(name !== undefined && { name }), hash },
    formats,
    base,
    ...(draft === true && { draft }),
    ...(review === true && { review }),
    ...(systemFonts === true && { systemFonts }),
    ...(isText(browser, BROWSER) && { browser }),
  };
}

const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && value.length < 500 && pattern.test(value);

const areFormats = (value: unknown, isFormat: (name: string) => boolean): value is string[] =>
  Array.isArray(value) &&
  value.length === new Set(value).size &&
  value.every((one) => typeof one === 'string' && isFormat(one));

/** A file name without its ending, and without the characters that not every file system allows. */
const stem = (name: string): string => name.replace(/\.ya?ml$/iu, '').replace(/[<>:"|?*]/gu, '');

function parsed(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text !== undefined && text.length <= LONGEST_RECEIPT ? text : 'null');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
