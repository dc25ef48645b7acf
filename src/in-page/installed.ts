import type { Installed } from './program.ts';

/** Blanks of all fonts are narrower, those of the probe wider. */
const LIMIT = 250;

export const run: Installed = (families, probe) => {
  const blank = document.createElement('span');
  blank.textContent = ' ';
  blank.style.cssText = 'position:absolute;white-space:pre;font-size:100px';
  document.body.append(blank);
  const found = families.filter((family) => {
    blank.style.fontFamily = `"${family}", "${probe}"`;
    return blank.getBoundingClientRect().width < LIMIT;
  });
  blank.remove();
  return found;
};
