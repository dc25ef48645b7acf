import type { Settle } from './program.ts';

export const run: Settle = async (title) => {
  if (title !== undefined) document.title ||= title;
  const fonts = [...document.fonts];
  const loaded = await Promise.allSettled(fonts.map((font) => font.load()));
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await document.fonts.ready;
  const failed = fonts.filter((_, index) => loaded[index]?.status === 'rejected').map(({ family }) => family);
  return failed.length === 0 ? [] : familiesInside().filter((family) => failed.includes(family));
};

/** The families whose fonts are embedded in the page. */
const familiesInside = (): string[] =>
  [...document.styleSheets]
    .filter(({ href }) => href === null)
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map(({ style }) => style)
    .filter((style) => /url\("?data:/.test(style.getPropertyValue('src')))
    .map(({ fontFamily }) => fontFamily);
