const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon)[;,]/i;
const FONT =
  /^data:(?:font\/(?:ttf|otf|woff2?|collection|sfnt)|application\/(?:x-)?font-\w+|application\/octet-stream)[;,]/i;
/** No place on the web: what is relative to it stays relative to the page. */
const BASE = 'https://page.invalid/';

/** The address as a browser reads it, without the tabs, line breaks and spaces it passes over; undefined if it is none. */
function parsed(address: string): URL | undefined {
  return URL.canParse(address, BASE) ? new URL(address, BASE) : undefined;
}

/** True for what a reader may follow: a website, a mail address, a telephone number, a file beside the page, a place in it. */
export const isLink = (address: string): boolean => SCHEMES.has(parsed(address)?.protocol ?? '');

/** True for a picture inside the page. SVG is none: it could carry anything. */
export const isPicture = (address: string): boolean => PICTURE.test(parsed(address)?.href ?? '');

/** True for what a style sheet may use: a picture or a font inside it, or a part of a drawing of the same page. */
export const isInside = (address: string): boolean =>
  /^#[\p{L}\w-]+$/u.test(address) || isPicture(address) || FONT.test(parsed(address)?.href ?? '');
