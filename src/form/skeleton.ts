import { tableLines } from './skeleton-rows.ts';
import type { FormDef } from './types.ts';

/** The options of `report init` for a new report. */
export interface SkeletonOptions {
  readonly year: number;
  /** Full name of the agency, if known. */
  readonly name?: string | undefined;
  /** Path or URL of the JSON Schema, for editors. */
  readonly schema: string;
  readonly takenOver?: TakenOver | undefined;
}

/** The parts that a new report copies from last year's. */
export interface TakenOver {
  /** `agency:` and `preface:` with everything below them, as lines of YAML. */
  readonly agency?: readonly string[] | undefined;
  readonly preface?: readonly string[] | undefined;
  /** Path of last year's file, as a YAML value. */
  readonly previous?: string | undefined;
  readonly sections: Readonly<Partial<Record<SectionKey, Outline>>>;
  /** The value of a row in place of null, and the comment after its official name, by the dotted path of the row. */
  readonly values: ReadonlyMap<string, string>;
  readonly remarks: ReadonlyMap<string, string>;
}

export type SectionKey = 'overview' | 'problems' | 'other_matters';

/** A section of prose without its texts. */
export interface Outline {
  /** It has a text besides its parts. */
  readonly text: boolean;
  readonly parts: readonly PartOutline[];
}

/** A part of a section. `heading` is a YAML value that can have a comment. */
export interface PartOutline {
  readonly aspect?: string | undefined;
  readonly heading: string;
}

/** The YAML text of a new report file: every row of the form is null and has the official wording as a comment. */
export function skeleton(form: FormDef, options: SkeletonOptions): string {
  const [overview, , , , problems, otherMatters] = form.sections;
  const { values, remarks, sections } = options.takenOver ?? NOTHING;
  const layout = { indent: '', step: '  ', values, remarks };
  return [
    ...head(form, options),
    `# 一、${overview}`,
    ...HOW_TO_WRITE,
    'overview:',
    ...textLines(sections.overview, '综述；也可以只写下面的分项'),
    ...partLines(sections.overview?.parts.length ? sections.overview.parts : FIVE_ASPECTS),
    '',
    ...form.tables.flatMap((table) => [...tableLines(table, layout), '']),
    `# 五、${problems}`,
    'problems:',
    ...textLines(sections.problems, '问题和改进措施都要写'),
    ...partLines(sections.problems?.parts ?? []),
    '',
    `# 六、${otherMatters}`,
    'other_matters:',
    '  # text: 不写时，由下面的数写成一句话',
    ...partLines(sections.other_matters?.parts ?? []),
    '  information_processing_fee:  # 信息处理费；没有就都是 0',
    '    notices_issued: 0  # 发出收费通知件数',
    '    amount_collected_yuan: 0  # 实际收取金额（元）',
    '',
  ].join('\n');
}

/** For those who paste paragraphs and have never seen YAML. */
const HOW_TO_WRITE: readonly string[] = [
  '# 正文写在 text: | 的下面，另起一行；每行比 text 多空两格，段与段之间空一行。花括号印出表里的数。例如：',
  '#   text: |',
  '#     第一段，开头不用空格。',
  '#',
  '#     第二段。全年收到申请{{applications.received.total}}件。',
];

const NOTHING: TakenOver = { sections: {}, values: new Map(), remarks: new Map() };

function head(form: FormDef, { year, name, schema, takenOver = NOTHING }: SkeletonOptions): string[] {
  const { agency, previous, preface } = takenOver;
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# 政府信息公开工作年度报告（${form.notice.number}）`,
    '#',
    '# null 是“还不知道”：定稿之前都要换掉。没有就写 0；一整行、一整组都是零，写一个 0。正文空着也是没写完。',
    '# 写好之后：report validate 核对，report build 生成网页和 PDF。',
    '',
    `year: ${year}`,
    ...(agency ?? agencyLines(name)),
    `published: null  # 向社会公布的日期，例如 ${year + 1}-01-20`,
    ...(previous === undefined ? [] : [`previous: ${previous}  # 上年报告，用来跨年核对`]),
    ...(preface ?? []),
    '',
  ];
}

const agencyLines = (name: string | undefined): string[] => [
  'agency:',
  `  name: ${name === undefined ? 'null' : JSON.stringify(name)}  # 机关全称`,
  '  # short_name: 正文里用的简称',
  '  level: null  # national 国家 | province 省 | city 设区的市 | county 县 | township 乡镇',
  '  kind: null  # government 人民政府 | office 代表政府的办公厅（室） | department 部门 | dispatched 街道、开发区 | authorized 授权的组织',
  '  # contact: { office: 办公室, address: …, postcode: "…", phone: …, email: … }',
];

/** The five aspects that the notice requires in the overview. */
const FIVE_ASPECTS: readonly PartOutline[] = [
  { aspect: 'active_disclosure', heading: '主动公开' },
  { aspect: 'on_request', heading: '依申请公开' },
  { aspect: 'information_management', heading: '政府信息管理' },
  { aspect: 'platforms', heading: '政府信息公开平台建设' },
  { aspect: 'supervision', heading: '监督保障' },
];

/** The text of a section, unless it had only parts last year. */
const textLines = (outline: Outline | undefined, hint: string): string[] =>
  outline && !outline.text && outline.parts.length > 0 ? [] : [`  text: |  # ${hint}`];

function partLines(parts: readonly PartOutline[]): string[] {
  if (parts.length === 0) return [];
  return [
    '  parts:  # （一）（二）……由程序编号',
    ...parts.flatMap(({ aspect, heading }) => {
      const [first, ...others] = [...(aspect ? [`aspect: ${aspect}`] : []), `heading: ${heading}`, 'text: |'];
      return [`    - ${first}`, ...others.map((line) => `      ${line}`)];
    }),
  ];
}
