import type { Text } from '../src/diagnostics/text.ts';

/** The terms of the glossary outside the tables: those of the report and its agency, and those of this tool. */

/** A term; `where` is its key, file or command, if it has one. */
export interface Term {
  readonly term: Text;
  readonly meaning: Text;
  readonly where?: string;
}

const term = (zh: string, en: string, meaningZh: string, meaningEn: string, where?: string): Term => ({
  term: { zh, en },
  meaning: { zh: meaningZh, en: meaningEn },
  ...(where && { where }),
});

/** The law, the report and the agency. */
export const FIELD_TERMS: readonly Term[] = [
  term('政府信息公开', 'open government information', '本工具所说的一切都属于它', 'The field of everything here'),
  term(
    '政府信息公开条例',
    'Open Government Information Regulations',
    '规定年度报告的行政法规（第四十九、五十条）；简称条例',
    "The State Council's regulations that require the annual report (articles 49 and 50); the Regulations for short",
  ),
  term(
    '行政法规',
    'regulations',
    '国务院制定；不是规章',
    'Made by the State Council; not to be confused with rules (规章)',
  ),
  term(
    '年度报告',
    'annual report',
    '机关每年公布的政府信息公开工作年度报告；简称报告',
    'The report an agency publishes each year on open government information; report for short',
  ),
  term(
    '格式（表式）',
    'form',
    '国务院办公厅印发的年度报告格式，有 2019 年和 2021 年两种',
    'The official format of the annual report: the 2019 form and the 2021 form',
    'form',
  ),
  term('行政机关', 'agency', '编制报告的机关', 'The administrative organ that writes the report', 'agency'),
  term(
    '派出机关',
    'dispatched agency',
    '街道办事处、开发区管委会等',
    'A subdistrict office, a development zone and the like',
    'agency.kind: dispatched',
  ),
  term(
    '法律法规授权的组织',
    'authorized organization',
    '依授权履行行政职能的组织',
    'An organization that a law or regulation gives administrative functions',
    'agency.kind: authorized',
  ),
  term(
    '垂直管理部门',
    'vertically managed agency',
    '海关、税务等由上级部门领导的机关',
    'Led by its own higher department instead of the local government, such as customs and tax',
    'agency.vertical',
  ),
  term(
    '汇总报告',
    'aggregate report',
    '汇总本行政区域或者本系统所有编制主体的报告',
    'Covers every reporting agency of an area or a system',
    'agency.scope: aggregate',
  ),
  term(
    '统计期限',
    'period',
    '报告的数从哪天到哪天，通常是全年',
    'The days that the numbers cover, usually a year',
    'period',
  ),
  term(
    '上年报告',
    "last year's report",
    '同一机关上一年的报告',
    'The report of the same agency for the year before',
    'previous',
  ),
  term(
    '发布日期',
    'publication date',
    '第一次公布的日期',
    'The day on which the report was first published',
    'published',
  ),
  term(
    '公布期限',
    'deadline',
    '最迟哪天公布',
    'The last day on which the report may be published',
    'deadlines (report.config.yaml)',
  ),
  term('更正', 'correction', '公布之后改正报告', 'A change to a report that was already published', 'corrected'),
  term(
    '主动公开',
    'active disclosure',
    '机关主动公布信息',
    'An agency publishes without being asked',
    'active_disclosure',
  ),
  term(
    '依申请公开',
    'disclosure on request',
    '有人申请才公开；每一次申请是一件申请',
    'An agency answers a request; each such request is an application',
    'overview.parts[].aspect: on_request',
  ),
  term(
    '申请',
    'application',
    '向机关要政府信息的申请，按件计',
    'A request to an agency for information, counted one by one (件)',
    'applications',
  ),
  term(
    '办结',
    'concluded',
    '申请有了办理结果',
    'An application that has an outcome is concluded',
    'applications.outcomes',
  ),
  term('勾稽关系', 'identity', '表里的数之间必须成立的等式', 'An equation that must hold between numbers of a table'),
];

/** The tool's own words. */
export const TOOL_TERMS: readonly Term[] = [
  term('报告文件', 'report file', '一份报告的 YAML 文件', 'The YAML file that one report is written in'),
  term('正文', 'prose', '报告里的文字，不是表格', 'The text of a report, as opposed to its tables'),
  term('单元格', 'cell', '表格里的一个数', 'One number of a table'),
  term(
    '路径',
    'path',
    '一格的名称，用点隔开，例如 `applications.received.total`',
    'The name of a cell, with dots, such as `applications.received.total`',
  ),
  term('不知道', 'unknown', '一格没有填，不当作零', 'A cell that is not filled in; never counted as zero'),
  term('规则', 'rule', '核对的一项要求，有编号', 'One thing that is checked; it has an id'),
  term(
    '问题',
    'finding',
    '核对的结果：一条规则在一处不成立',
    'One result of a check: a rule that one place in the report breaks',
  ),
  term(
    '级别',
    'severity',
    '错误（不能生成）、警告（很可能错）、提示（供参考）',
    'error (nothing is built), warning (probably wrong) or info (for your information)',
    'rules (report.config.yaml)',
  ),
  term(
    '豁免',
    'waiver',
    '写在报告里的理由，说明一个问题为什么可以不改',
    'The reason, written in the report, why a finding may stay',
    'waivers',
  ),
  term(
    '设置',
    'settings',
    '一个文件夹里全部报告共用',
    'Options that all reports in a folder share',
    'report.config.yaml',
  ),
  term(
    '基线',
    'baseline',
    '旧报告里已知问题的清单，不再报告',
    'A list of known findings in old reports, which are no longer shown',
    'report.baseline.json',
  ),
  term('数（正文里的）', 'figure', '正文里的一个数和它的单位', 'A number in the prose, with its unit'),
  term(
    '说法',
    'claim',
    '正文里的数和它说的是什么，能和表格核对',
    'A figure together with what the prose says it counts; it is compared with the tables',
    '`report claims`',
  ),
  term(
    '引用',
    'binding',
    '正文里的 `{{路径}}`，印出一格的数',
    '`{{path}}` in the prose, which prints the number of a cell',
    '`report bind`',
  ),
  term(
    '草稿',
    'draft',
    '没写完的报告生成的文件，带“草稿”字样',
    'Files built from an unfinished report and marked as a draft',
    '`--draft`',
  ),
  term(
    '审签单',
    'sheet for sign-off',
    '送负责人审签的一页，不公开',
    'One page for the responsible leader to sign, not for publication',
    '`--format review`',
  ),
  term(
    '片段',
    'fragment',
    '网页的正文部分，粘贴到网站后台',
    "The body of the page alone, to paste into a website's editor",
    '`--format fragment`',
  ),
  term('模板', 'template', '网页和 PDF 的版式', 'The files that lay out the page and the PDF', '`--template`'),
  term(
    '读回核对',
    'read-back',
    '写出之前读一遍生成的文件，逐格和报告比较',
    'Before files are written, they are read again and compared with the report cell by cell',
    '`--no-read-back`',
  ),
  term(
    '生成记录',
    'receipt',
    '记在文件里：由什么程序、模板和报告文件生成',
    'Stored in a page or PDF: the tool, template and report file it was built with',
    'receipt.json',
  ),
  term(
    '核对已发布的文件',
    'verify',
    '发布的文件是不是报告生成的',
    'To compare a published file with what its report builds',
    '`report verify`',
  ),
];
