// Prose as long as that of real reports: a choice of paragraphs for each section, with the report's own numbers.
import type { Prose } from '../layouts/prose.ts';
import { type MadeReport, pick } from '../layouts/report.ts';

type Sentences = readonly (readonly string[])[];

/** The report with more paragraphs in each section; how many differs from report to report. */
export function withLongerProse(report: MadeReport, random: () => number): MadeReport {
  const { prose } = report;
  const more = [onDisclosure, onRequest, onManagement, onPlatforms, onSupervision];
  const overview = prose.overview.map((part, index) => {
    const sentences = more[index]?.(report, random) ?? [];
    return { ...part, text: [part.text, ...paragraphs(sentences, random)].join('\n\n') };
  });
  const longer: Prose = {
    ...prose,
    overview,
    problems: [...prose.problems, ...paragraphs(onProblems(report), random)],
    otherMatters: [...prose.otherMatters, ...paragraphs(onOtherMatters(), random)],
  };
  return { ...report, prose: longer };
}

/** Each list is a paragraph. Half to all of its sentences are taken, of sentences in a choice one. */
function paragraphs(lists: Sentences, random: () => number): string[] {
  return lists.map((sentences) => {
    const share = 0.5 + random() / 2;
    const taken = sentences.filter((_, index) => index === 0 || random() < share);
    return taken.map((sentence) => pick(sentence.split('|'), random)).join('');
  });
}

const numbers = ({ values }: MadeReport) => {
  const one = (path: string) => Number(values.get(path) ?? 0);
  return {
    one,
    outcome: (row: string) => one(`applications.outcomes.${row}.total`),
    sum: (group: string) =>
      [...values.keys()]
        .filter((path) => path.startsWith(`applications.outcomes.${group}.`) && path.endsWith('.total'))
        .reduce((total, path) => total + one(path), 0),
  };
};

function onDisclosure(report: MadeReport, random: () => number): Sentences {
  const { one } = numbers(report);
  const documents = 'active_disclosure.normative_documents';
  const count = (most: number) => 2 + Math.floor(random() * most);
  return [
    [
      `全年制发行政规范性文件${one(`${documents}.issued`)}件，年末现行有效${one(`${documents}.in_force`)}件。`,
      '文件印发后随即在网站的文件库登载，正文、解读和相关附件放在同一页。|文件库按主题和年份编排，失效的单独标明。',
      `作出行政许可决定${one('active_disclosure.administrative_licensing.decisions')}件、行政处罚决定${one('active_disclosure.administrative_penalties.decisions')}件、行政强制决定${one('active_disclosure.administrative_compulsion.decisions')}件，按规定的时限公示。`,
      '对涉及企业和群众切身利益的文件，起草时公开征求意见，并说明采纳的情况。|重要决策在起草阶段就列出公开的内容和时间，与文件一同报审。',
    ],
    [
      '围绕重点领域，把教育、医疗、养老、住房等方面的办事条件和流程写成清单，逐项核对后发布。|围绕优化营商环境，集中公布惠企政策和申报指南，附上联系人和常见问题。',
      `全年在网站发布各类动态${count(3000)}条，发布图文解读${count(60)}篇，举办新闻发布会${count(9)}场。`,
      '财政预算、决算和“三公”经费在规定的日期公布，表格可以下载。|重大建设项目从批准到竣工的信息按阶段公开，群众可以按名称查找。',
      '公共企事业单位的信息由主管部门督促公开，供水、供气、供热和公交的价格与服务承诺都能在一页里查到。',
    ],
  ];
}

function onRequest(report: MadeReport): Sentences {
  const { one, outcome, sum } = numbers(report);
  const reconsidered = one('reconsideration_and_litigation.reconsideration.total');
  return [
    [
      `从办理的结果看，予以公开${outcome('disclosed')}件，部分公开${outcome('partially_disclosed')}件，不予公开${sum('not_disclosed')}件，无法提供${sum('unable_to_provide')}件，不予处理${sum('not_processed')}件。`,
      '答复书使用统一的格式，写明依据、理由和救济的途径。|对内容不明确的申请，先打电话问清楚，再书面告知需要补正的地方。',
      '受理、登记、办理、审核和送达都在系统里留痕，临近期限的自动提醒。|疑难的申请由法律顾问和业务科室会商，拿不准的向上级主管部门请示。',
    ],
    [
      `因政府信息公开引起的行政复议${reconsidered}件，其中结果维持${one('reconsideration_and_litigation.reconsideration.upheld')}件、结果纠正${one('reconsideration_and_litigation.reconsideration.corrected')}件。`,
      '对被纠正的案件逐件分析原因，把容易出错的环节写进办理规程。|每件案件结束后都召集经办人员讨论，弄清问题出在哪个环节。',
      '当面申请的窗口设在政务服务大厅，备有纸笔、样表和无障碍通道。',
    ],
  ];
}

const onManagement = (): Sentences => [
  [
    '制定政府信息公开属性的审查办法，公文拟稿时注明主动公开、依申请公开或者不予公开。|完善公文办理的流程，没有写明公开属性的文件退回补办。',
    '对以往标为不公开的文件做了一次复查，条件变化、可以公开的重新发布。|每半年核对一次文件库，内容重复、链接失效和格式错乱的逐条处理。',
    '发布前由经办人、科室负责人和分管领导依次审核，重点看是否涉及国家秘密、商业秘密和个人隐私。',
    '数据统计由专人负责，月报、季报和年报的口径一致，原始台账至少保存五年。',
  ],
];

const onPlatforms = (_: MadeReport, random: () => number): Sentences => [
  [
    `网站设${4 + Math.floor(random() * 6)}个主栏目，全文检索支持按文号、标题和日期查找。`,
    '政府信息公开专栏包括指南、制度、法定主动公开内容和年度报告，层级不超过三级。|专栏首页列出最近更新的文件，下面是按机构职能分类的目录。',
    '微信公众号与网站的内容同步，先发网站、再发新媒体，避免两处说法不一。|政务新媒体账号由一个科室管理，停止更新的账号已经注销。',
    '在档案馆、图书馆和政务服务大厅设立查阅点，配有电脑、打印机和查阅目录，有人值守。',
    '网站完成适老化和无障碍改造，可以放大字号、朗读正文。',
  ],
];

const onSupervision = (_: MadeReport, random: () => number): Sentences => [
  [
    `调整政务公开领导小组，主要负责人任组长，办公室有专职人员${1 + Math.floor(random() * 4)}名。`,
    '把政务公开列入年度考核，占适当的分值，结果与评优挂钩。|政务公开的任务分解到科室，按季度通报完成的情况。',
    '邀请人大代表、政协委员和群众代表座谈，对公开的内容和方式提出意见。|在网站开设意见箱，收到的意见由办公室转有关科室，办理的结果在网上回复。',
    '培训采用讲解与案例相结合的办法，内容包括法规、答复书的写法和保密要求。',
  ],
];

const onProblems = ({ year }: MadeReport): Sentences => [
  [
    '造成这些问题的原因，主要是部分科室对公开工作重视不够，业务人员不熟悉法规。|从原因看，公开与业务工作结合得不紧，往往是文件印发以后才想到公开。',
    '上一年提出的改进措施都已落实：栏目作了合并，解读文章配了图表，答复的格式统一了。',
    '有的栏目更新不均衡，前几个月少、年底集中；有的解读只摘录原文，群众不容易看懂。',
  ],
  [
    `下一步，${year + 1}年将从三个方面改进：完善制度，明确每项内容由谁公开、什么时候公开；加强培训，让新到岗的人员先学后做；听取意见，从群众的提问中找出应当公开的内容。`,
    '对解读文章实行起草人负责制，要求说清楚背景、对象、标准和办理的途径。|把群众经常询问的事项整理成问答，每月更新。',
  ],
];

const onOtherMatters = (): Sentences => [
  [
    '各级人大代表建议和政协提案的答复，适宜公开的都在网站公布。|年度政务公开工作要点列出的任务，都已按时间完成。',
    '本报告的电子版可以在网站的年度报告栏目下载，往年的报告也保存在那里。',
  ],
];
