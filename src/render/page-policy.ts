/**
 * What a page may load: nothing but the styles, pictures and fonts inside it; no script runs. It stands in the page
 * itself, whatever server sends it.
 */
export const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

const META = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
/** A page that begins like this leaves no doubt where its head is. The spaces are those of HTML: `\s` has more. */
const BEGINNING = /^[\t\n\f\r ]*<!doctype html>[\t\n\f\r ]*<html(?:[\t\n\f\r ]+[\w:-]+="[^"<>]*")*>[\t\n\f\r ]*<head>/i;

/**
 * Puts the policy into a page as the first thing in its head, before anything that could load. In a page that begins in
 * another way it comes before everything: a browser then takes the page's own head as a part of the same head.
 */
export function withPolicy(page: string): string {
  const beginning = BEGINNING.exec(page)?.[0];
  return beginning === undefined
    ? `<!doctype html>\n${META}\n${page}`
    : `${beginning}\n${META}${page.slice(beginning.length)}`;
}
