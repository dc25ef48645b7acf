import { getIn, isData } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import type { Rule } from '../rule.ts';
import { finishedSection, missingFrom } from '../texts/report-texts.ts';
import { ASPECTS, namesOf } from '../texts/section-words.ts';

/** Checks that section one covers each of the five aspects. */
export const fiveAspects: Rule = {
  id: 'five-aspects',
  severity: 'warning',
  title: { zh: '总体情况写到五个方面', en: 'Section one covers all five aspects' },
  why: {
    zh: '总体情况是对主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面的综述。某一方面写了 aspect，或者标题、正文里有它的常用说法，就算写到；不看写得好不好。',
    en: 'Section one sums up five aspects. An aspect counts as covered if a part names it in aspect, or if its usual words are in a heading or in the prose; the quality is not checked.',
  },
  source: {
    zh: '国办公开办函〔2021〕30号：总体情况的五个方面',
    en: 'notice 国办公开办函〔2021〕30号: the five aspects of section one',
  },
  example: {
    good: 'overview: { text: 主动公开、依申请公开、政府信息管理、平台建设、监督保障都有专人负责，电话0570-5550123。 }',
    bad: 'overview: { text: 主动公开、依申请公开、政府信息管理、平台建设都有专人负责，电话0570-5550123。 }',
  },
  check: ({ report }) => {
    const text = finishedSection(report, 'overview');
    // Reports for earlier years follow the 2019 notice, which does not name the aspects.
    if (report.form.id !== '2021' || text === undefined) return [];
    const named = aspectsOfParts(report);
    const missing = missingFrom(text, ASPECTS).filter(({ aspect }) => !named.has(aspect));
    if (missing.length === 0) return [];
    const names = namesOf(missing);
    return [
      {
        path: ['overview'],
        at: 'key',
        message: { zh: `总体情况没有写到${names.zh}`, en: `Section one does not cover ${names.en}` },
        hint: {
          zh: `补写，或者在相应的分项写上 aspect：${missing.map(({ aspect }) => aspect).join('、')}；没有开展的也写明`,
          en: `Write about it, even if only to say that nothing was done, or give the part about it its aspect: ${missing.map(({ aspect }) => aspect).join(', ')}`,
        },
      },
    ];
  },
};

function aspectsOfParts({ data }: Report): ReadonlySet<unknown> {
  const parts = getIn(data, 'overview.parts');
  return new Set(Array.isArray(parts) ? parts.filter(isData).map(({ aspect }) => aspect) : []);
}
