import type { Sheet } from './sheet.ts';

/**
 * A function that runs beside the page in the browser, as the text of an expression: its arguments and its value are JSON. The page's own
 * scripts are off.
 */
export type InPage<Run> = string & { readonly runs?: Run };

/**
 * Gives the page this title, where it has none, and waits for its fonts, also one that only a page number uses. Gives the
 * families inside the page that could not be loaded: their text would be drawn as nothing.
 */
export type Settle = (title?: string) => Promise<string[]>;

/** Lays the page out for paper and tells what it looks like. */
export type LookAtPage = () => Sheet;

/** Of characters by the value of `font-family`, those that the browser draws as it draws one that no font has. */
export type Undrawn = (characters: Readonly<Record<string, string>>) => string;
