/**
 * A function that runs in the browser on the current page, as the text of an expression. Its arguments and result are
 * JSON. The page's own scripts are off.
 */
export type InPage<Run> = string & { readonly runs?: Run };

/**
 * Sets the title if the page has none, and waits for all fonts, including one that only page numbers use. Returns the
 * embedded families that could not be loaded, because their text would be invisible.
 */
export type Settle = (title?: string) => Promise<string[]>;

/**
 * Lays out the page for paper and measures it. Returns the `Sheet` as JSON: it has thousands of parts, and a text passes faster
 * through the browser's protocol and from thread to thread.
 */
export type LookAtPage = () => string;

/** Measures the page once with each of these classes on its root, with or without the cells of its tables. Returns their `Heights` as JSON. */
export type LookAtFits = (fits: readonly string[], cells: boolean) => string;

/**
 * Takes characters by the value of `font-family`. Returns those that no font has: the browser draws them like a
 * character that cannot be in any font.
 */
export type Undrawn = (characters: Readonly<Record<string, string>>) => string;

/**
 * Takes names of families. Returns those that the browser finds on its machine: a blank of any of them is narrower than one of
 * `probe`, an embedded font that draws the others.
 */
export type Installed = (families: readonly string[], probe: string) => string[];
