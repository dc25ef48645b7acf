import { isData } from '../../report/access.ts';
import type { Years } from '../../report/report.ts';
import { suggestPath } from '../../report/resolve.ts';
import { isOfPrevious, reportOf, valueAt } from './evidence.ts';
import type { Waiver } from './waiver.ts';
import { exampleWaiver, WAIVER_FORMAT, type WaiverContext, type WaiverFault, type WaiverRule } from './waiver-rule.ts';

export const waiverVoid: WaiverRule = {
  id: 'waiver-void',
  severity: 'warning',
  title: { zh: '豁免时的数没有变', en: 'The values of a waiver have not changed' },
  why: {
    zh: '豁免是对着当时的数作出的；数变了，要重新看过。',
    en: 'A waiver is given for certain values; when one of them changes, it has to be reviewed.',
  },
  source: WAIVER_FORMAT,
  example: {
    good: exampleWaiver('    values: { active_disclosure.normative_documents.issued: 2 }'),
    bad: exampleWaiver('    values: { active_disclosure.normative_documents.issued: 3 }'),
  },
  check: changed,
};

/** The fault for the first value that has changed since the waiver was given. */
function changed({ values, path }: Waiver, { years }: WaiverContext): WaiverFault | undefined {
  if (!isData(values)) return undefined;
  for (const [name, written] of Object.entries(values)) {
    // Without last year's report its values can't be compared; the schema reports anything that is not a value.
    if ((isOfPrevious(name) && !years.previous) || (typeof written === 'object' && written !== null)) continue;
    const [then, now] = [String(written ?? ''), valueAt(years, name)];
    if (now !== undefined && plain(now) === plain(then)) continue;
    const said = now === undefined ? notThere(name, years) : isAnother(name, then, now);
    return { path: [...path, 'values', name], ...said };
  }
  return undefined;
}

/** Removes zeros at the end of an amount, so that 1.50 equals 1.5. */
const plain = (text: string): string => (/^[0-9]+\.[0-9]+$/.test(text) ? text.replace(/\.?0+$/, '') : text);

function notThere(name: string, years: Years): Omit<WaiverFault, 'path'> {
  const [report, path] = reportOf(years, name);
  const meant = report && suggestPath(report, path);
  const whole = meant && name.replace(path, meant);
  return {
    message: {
      zh: `报告里没有“${name}”，豁免不算数`,
      en: `The report has no "${name}", so the waiver does not count`,
    },
    hint: whole
      ? { zh: `是不是 ${whole}？`, en: `Did you mean ${whole}?` }
      : { zh: '写单元格的路径，或者删去这一项', en: 'Write the path of a cell, or remove this value' },
  };
}

const isAnother = (name: string, then: string, now: string): Omit<WaiverFault, 'path'> => ({
  message: {
    zh: `${name} 当时是${then ? ` ${then}` : '空的'}，现在是${now ? ` ${now}` : '空的'}，豁免已经失效`,
    en: `${name} was ${then || 'empty'} and is now ${now || 'empty'}: the waiver no longer counts`,
  },
  hint: {
    zh: '重新看过；仍然可以不改的，写上现在的值',
    en: 'Review it; if the finding is still not a mistake, write the present value',
  },
});
