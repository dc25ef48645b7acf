import { plural, say, type Text } from '../diagnostics/text.ts';
import { generatedSections } from './generated.ts';
import type { ComparedReport } from './read.ts';
import type { DiffNote } from './types.ts';

/** What has to be known before the differences are read. */
export function notesOn(before: ComparedReport, after: ComparedReport, isReversed: boolean): DiffNote[] {
  const [old, now] = [before.report, after.report];
  const generated = generatedSections(before, after).map((section) => SECTION_NAMES[section] ?? say(section, section));
  const years = (now.year ?? 0) - (old.year ?? 0);
  return [
    ...note('agencies', old.agencyName !== now.agencyName, {
      zh: `两份报告的机关名称不同：“${old.agencyName}”和“${now.agencyName}”`,
      en: `The agencies have different names: "${old.agencyName}" and "${now.agencyName}"`,
    }),
    ...note('editions', old.form.id !== now.form.id, {
      zh: `两份报告的格式不同（${old.form.id} 年和 ${now.form.id} 年），只比较两种格式都有的单元格`,
      en: `The reports use different forms (${old.form.id} and ${now.form.id}); only cells that both have are compared`,
    }),
    ...note('years', years !== 0 && Math.abs(years) !== 1 && old.year !== undefined && now.year !== undefined, {
      zh: `两份报告的年度不相邻（${old.year} 年和 ${now.year} 年），不做年度对照`,
      en: `The years ${old.year} and ${now.year} are not next to each other, so they are not compared year over year`,
    }),
    ...note('order', isReversed, {
      zh: `先写的是后一年的报告；按年度先后比较，从 ${old.year} 年到 ${now.year} 年`,
      en: `The later year was given first; they are compared in order, from ${old.year} to ${now.year}`,
    }),
    ...note('generated', generated.length > 0, {
      zh: `${generated.map(({ zh }) => zh).join('、')}：报告文件里没有写，由程序写成，没有比较`,
      en: `${generated.map(({ en }) => en).join(', ')}: written by the program, because the report file has none; not compared`,
    }),
    ...[before, after].flatMap(notesOnReading),
  ];
}

const SECTION_NAMES: Readonly<Record<string, Text>> = {
  preface: say('前言', 'Preface'),
  other_matters: say('第六部分的正文', 'The prose of section 6'),
};

function notesOnReading({ source: { file }, report, doubts, missing }: ComparedReport): DiffNote[] {
  const labels = report.form.tables.filter(({ key }) => missing.includes(key)).map(({ label }) => label);
  return [
    ...note('doubtful', doubts.size > 0, {
      zh: `${file} 有 ${doubts.size} 格存疑，下面用“？”标出；不说明报告有错`,
      en: `${plural(doubts.size, 'cell')} of ${file} ${doubts.size === 1 ? 'is' : 'are'} doubtful and marked with "?"; the report may be right`,
    }),
    ...note(
      'missing',
      labels.length > 0,
      say(
        `在 ${file} 里没有找到${labels.map((label) => `“${label}”`).join('、')}的表，没有比较`,
        `${labels.join(', ')}: not found in ${file}, so not compared`,
      ),
    ),
  ];
}

const note = (kind: DiffNote['kind'], applies: boolean, text: Text): DiffNote[] => (applies ? [{ kind, text }] : []);
