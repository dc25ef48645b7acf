import {
  isTokenAtKeyword,
  isTokenFunction,
  isTokenIdent,
  isTokenString,
  isTokenURL,
  isTokenWhiteSpaceOrComment,
  TokenType,
  tokenizer,
} from '@csstools/css-tokenizer';
import type { Text } from '../../diagnostics/text.ts';
import { isInside } from './addresses.ts';

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** Rules that load nothing. Those missing: `@import`, `@namespace`, `@document`, and what is not known. */
const AT_RULES = words(`
  annotation charset character-variant container counter-style font-face font-feature-values font-palette-values
  historical-forms keyframes layer media ornaments page position-try property scope starting-style styleset stylistic
  supports swash view-transition viewport -webkit-keyframes -moz-keyframes -o-keyframes -ms-viewport
  top-left-corner top-left top-center top-right top-right-corner bottom-left-corner bottom-left bottom-center bottom-right
  bottom-right-corner left-top left-middle left-bottom right-top right-middle right-bottom
`);

/** Functions that load nothing, of values and of selectors. Those missing: `image-set`, `cross-fade`, `src`, `element`, … */
const FUNCTIONS = words(`
  abs acos asin atan atan2 attr blur brightness calc calc-size circle clamp color color-mix conic-gradient contrast
  contrast-color cos counter counters cubic-bezier drop-shadow ellipse env exp fit-content format grayscale hsl hsla
  hue-rotate hwb hypot inset invert lab lch light-dark linear linear-gradient local log matrix matrix3d max min minmax
  mod oklab oklch opacity path perspective polygon pow radial-gradient ray rect rem repeat repeating-conic-gradient
  repeating-linear-gradient repeating-radial-gradient rgb rgba rotate rotate3d rotatex rotatey rotatez round saturate scale
  scale3d scalex scaley scalez selector sepia shape sibling-count sibling-index sign sin skew skewx skewy sqrt steps style
  symbols tan target-counter target-counters target-text tech translate translate3d translatex translatey translatez
  var xywh -webkit-linear-gradient -webkit-radial-gradient -webkit-repeating-linear-gradient
  -webkit-repeating-radial-gradient -webkit-calc -moz-linear-gradient -moz-radial-gradient -moz-calc -o-linear-gradient
  annotation character-variant ornaments styleset stylistic swash historical-forms
  active-view-transition-type dir has highlight host host-context is lang matches not nth-child nth-col nth-last-child
  nth-last-col nth-last-of-type nth-of-type part slotted state view-transition-group view-transition-image-pair
  view-transition-new view-transition-old where -webkit-any -moz-any
`);

/** Properties by which old browsers ran code. */
const PROPERTIES = words('behavior -ms-behavior -moz-binding');

/** Something in CSS that a template can't have, and where it begins. */
export interface CssFault {
  readonly message: Text;
  readonly start: number;
  readonly end: number;
}

/** What loads something in a style sheet or in the value of `style`, as a browser reads it, escapes included. */
export function* faultsOfCss(css: string): Generator<CssFault> {
  const reader = tokenizer({ css });
  let inUrl = false;
  while (!reader.endOfFile()) {
    const token = reader.nextToken();
    const [type, , start, end] = token;
    const fault = (message: Text): CssFault => ({ message, start, end: end + 1 });
    if (isTokenWhiteSpaceOrComment(token)) continue;
    // `url("…")` is a function with a text; `url(…)` is one token.
    const address = isTokenURL(token) || (inUrl && isTokenString(token)) ? token[4].value : undefined;
    if (address === undefined ? inUrl : !isInside(address)) yield fault(noAddress(address ?? ''));
    inUrl = false;
    if (type === TokenType.BadURL || type === TokenType.BadString) yield fault(NOT_CLOSED);
    if (isTokenAtKeyword(token) && !AT_RULES.has(token[4].value.toLowerCase())) yield fault(no(`@${token[4].value}`));
    if (isTokenIdent(token) && PROPERTIES.has(token[4].value.toLowerCase())) yield fault(no(token[4].value));
    if (!isTokenFunction(token)) continue;
    const name = token[4].value.toLowerCase();
    inUrl = name === 'url';
    if (!inUrl && !FUNCTIONS.has(name)) yield fault(no(`${name}()`));
  }
}

const SHOWN = 60;
const NOT_CLOSED: Text = {
  zh: '样式里的引号或者 url( 没有结束',
  en: 'The style sheet has quotes or a url( that are not closed',
};
const no = (what: string): Text => ({
  zh: `样式里不能用 ${what.slice(0, SHOWN)}`,
  en: `${what.slice(0, SHOWN)} is not allowed in styles`,
});
const noAddress = (address: string): Text =>
  no(`url(${address.length > SHOWN ? `${address.slice(0, SHOWN)}…` : address})`);
