import { flow } from './flow.ts';
import { onPaper } from './on-paper.ts';
import type { LookAtFits } from './program.ts';
import type { Heights } from './sheet.ts';
import { styleRules } from './style-rules.ts';
import { tables } from './tables.ts';

/** Measures the heights of the page once with each of these classes on its root. */
export const run: LookAtFits = (fits, cells) => {
  const root = document.documentElement;
  // Only the size of a chart changes what is outside the tables.
  const hasCharts = document.querySelector('main figure') !== null;
  const kept = root.className;
  const heights = onPaper(styleRules(), () =>
    fits.map((fit): Heights => {
      root.className = `${kept} ${fit}`;
      return { flow: hasCharts ? flow() : [], tables: tables(cells) };
    }),
  );
  root.className = kept;
  return JSON.stringify(heights);
};
