import { flow } from './flow.ts';
import { onPaper } from './on-paper.ts';
import type { LookAtFits } from './program.ts';
import type { Heights } from './sheet.ts';
import { styleRules } from './style-rules.ts';
import { tables } from './tables.ts';

/** Measures the heights of the page once with each of these classes on its root. */
export const run: LookAtFits = (fits) => {
  const root = document.documentElement;
  const kept = root.className;
  const heights = onPaper(styleRules(), () =>
    fits.map((fit): Heights => {
      root.className = `${kept} ${fit}`;
      return { flow: flow(), tables: tables() };
    }),
  );
  root.className = kept;
  return JSON.stringify(heights);
};
