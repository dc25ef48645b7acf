/** The rules of the page's style sheets that hold for the medium it is shown for. */
export const styleRules = (): CSSRule[] => [...document.styleSheets].flatMap(({ cssRules }) => inForce(cssRules));

const inForce = (list: CSSRuleList): CSSRule[] =>
  [...list].flatMap((rule) => {
    if (!(rule instanceof CSSMediaRule)) return [rule];
    return matchMedia(rule.media.mediaText).matches ? inForce(rule.cssRules) : [];
  });
