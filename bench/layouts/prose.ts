// The prose of a made-up report: a small stock of sentences with the report's own numbers.
import type { MadeReport } from './report.ts';

export interface ProsePart {
  readonly heading: string;
  readonly text: string;
}

export interface Prose {
  readonly preface: readonly string[];
  readonly overview: readonly ProsePart[];
  /** Prose that some layouts print in section 二: above and below the table. */
  readonly aboveTwo: string;
  readonly belowTwo: string;
  readonly problems: readonly string[];
  readonly otherMatters: readonly string[];
}

type Facts = Omit<MadeReport, 'prose'>;

export function proseOf(facts: Facts, random: () => number): Prose {
  const { year, values, agency } = facts;
  const number = (path: string) => Number(values.get(path) ?? 0);
  const received = number('applications.received.total');
  const carried = number('applications.carried_over.total');
  const done = number('applications.outcomes.total.total');
  const left = number('applications.carried_forward.total');
  const unpaid = number('applications.outcomes.other_handling.fee_unpaid.total');
  const one = (...choices: string[]) => choices[Math.floor(random() * choices.length)] as string;
  return {
    preface: [
      `本报告依照《中华人民共和国政府信息公开条例》编制，由总体情况、主动公开、依申请公开、复议诉讼、存在问题和其他事项六个部分组成。数据统计期限为${year}年1月1日至${year}年12月31日。`,
      `本报告可在${agency}网站查阅和下载。如有疑问，请联系${agency}办公室（地址：学府路${10 + Math.floor(random() * 80)}号，邮编：${300000 + Math.floor(random() * 90000)}，电话：0570-555${1000 + Math.floor(random() * 9000)}）。`,
    ],
    overview: [
      {
        heading: '主动公开情况',
        text: `${year}年，${one('围绕群众关心的事项', '按照重点领域清单')}及时发布信息，${one('配发图解十二篇', '制作问答和短视频')}，让群众看得懂、找得到。`,
      },
      {
        heading: '依申请公开情况',
        text: `全年新收政府信息公开申请${received}件，上年结转${carried}件，办结${done}件，结转下年度继续办理${left}件。答复前均征求业务科室意见，没有超期。`,
      },
      {
        heading: '政府信息管理情况',
        text: `${one('修订信息发布审核办法', '完善保密审查流程')}，做到先审后发，对过时的内容及时清理归档。`,
      },
      {
        heading: '平台建设情况',
        text: `${one('网站专栏改版后栏目更清楚', '政务新媒体与网站同步更新')}，检索和下载功能全年正常。`,
      },
      {
        heading: '监督保障情况',
        text: `${one('组织业务培训两次', '每季度开展一次自查')}，年度考核、社会评议合格，没有发生责任追究。`,
      },
    ],
    aboveTwo: '本年度按照法定时限主动公开各类信息，内容包括机构职能、规划计划、行政许可和处罚。',
    belowTwo: '公开的形式以网站为主，以政务新媒体、便民服务点和公告栏为补充。',
    problems: [
      `一年来工作有了进步，但还有不足：一是${one('政策解读的形式单一', '基层公开的深度不够')}；二是${one('经办人员变动较多', '数据更新不够及时')}。`,
      `${year + 1}年将重点做好两件事：${one('增加图解和问答', '建立公开事项台账')}，并安排专人跟进，每月通报进展。`,
    ],
    otherMatters: [
      unpaid > 0
        ? '对数量较多的申请依法发出过收费通知，申请人逾期没有缴纳；本年度没有收取信息处理费。'
        : '本年度没有收取信息处理费。',
      one('没有其他需要报告的事项。', '其他方面没有需要说明的情况。'),
    ],
  };
}

/** The paragraphs of each section of a report file, headings of parts among them, in order. */
export type SectionTexts = Readonly<Record<string, readonly string[]>>;

/** Every paragraph that a reader must keep, where it belongs. */
export const paragraphsOf = (prose: Prose, withProseInTwo: boolean): SectionTexts => ({
  preface: prose.preface,
  overview: prose.overview.flatMap(({ heading, text }) => [heading, text]),
  ...(withProseInTwo && { active_disclosure: [prose.aboveTwo, prose.belowTwo] }),
  problems: prose.problems,
  other_matters: prose.otherMatters,
});
