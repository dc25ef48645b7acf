/** The rules of the page's style sheets that apply to the current medium. */
export const styleRules = (): CSSRule[] => [...document.styleSheets].flatMap(({ cssRules }) => inForce(cssRules));

const inForce = (list: CSSRuleList): CSSRule[] =>
  [...list].flatMap((rule) => {
    if (!(rule instanceof CSSMediaRule)) return [rule];
    return matchMedia(rule.media.mediaText).matches ? inForce(rule.cssRules) : [];
  });
