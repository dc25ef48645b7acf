import type { Rule } from '../rule.ts';
import { sectionText } from '../texts/report-texts.ts';

/** In characters as printed, not counting spaces. */
const LONGEST = 1000;

/** Checks the length of section one, which some local authorities limit. */
export const overviewLength: Rule = {
  id: 'overview-length',
  severity: 'info',
  off: true,
  title: { zh: '总体情况不超过一千字', en: 'Section one has at most 1,000 characters' },
  why: {
    zh: '有的地方要求总体情况简明，原则上不超过一千字；别的地方没有这个要求，三千字的报告也很好，所以默认不查。',
    en: 'Some places require a short section one, in principle at most 1,000 characters. Elsewhere good reports have 3,000, so the rule is off by default.',
  },
  source: { zh: '个别城市的年度通知（地方要求）', en: "a city's yearly notice (local)" },
  example: {
    good: `overview: { text: 主动公开、依申请公开、政府信息管理、平台建设、监督保障都有专人负责，电话0570-5550123。${'按时办结申请'.repeat(150)}。 }`,
    bad: `overview: { text: 主动公开、依申请公开、政府信息管理、平台建设、监督保障都有专人负责，电话0570-5550123。${'按时办结申请'.repeat(170)}。 }`,
  },
  check: ({ report }) => {
    const count = sectionText(report, 'overview').replaceAll('\n', '').length;
    if (count <= LONGEST) return [];
    return [
      {
        path: ['overview'],
        at: 'key',
        message: { zh: `总体情况有 ${count} 字`, en: `Section one has ${count} characters, more than ${LONGEST}` },
        hint: { zh: `压缩到 ${LONGEST} 字以内`, en: `Shorten it to at most ${LONGEST} characters` },
      },
    ];
  },
};
