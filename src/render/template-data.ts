import type { PageView } from '../view/page-view.ts';
import type { ReviewView } from '../view/review-view.ts';

/** Another file of the same build. */
export interface Sibling {
  /** Relative to the page. */
  readonly href: string;
  /** For example `PDF`. */
  readonly label: string;
}

/** The data of a template. */
export interface TemplateData {
  readonly page: PageView;
  /** Only in `review.hbs`. */
  readonly review?: ReviewView;
  readonly generator: string;
  readonly siblings: readonly Sibling[];
  readonly linkedData: string;
  readonly data: string;
  readonly receipt: string;
  readonly style: string;
}

/** The shape of a value: `text` is printed as it is, `each` is a list, `fields` has names. */
export type Shape = 'text' | { readonly each: Shape } | { readonly fields: Fields };

export type Fields = Readonly<Record<string, Field>>;

/** The meaning of a name in Chinese and English, and the shape of its value. */
export type Field = readonly [zh: string, en: string, shape: Shape];

/** A shape with every name of a type. */
type Described<T> = T extends string | number | boolean
  ? 'text'
  : T extends readonly (infer One)[]
    ? { readonly each: Described<One> }
    : {
        readonly fields: {
          readonly [Key in keyof Required<T>]: readonly [string, string, Described<NonNullable<T[Key]>>];
        };
      };

const CELL = {
  fields: {
    kind: ['corner、heading、column、row、number', 'corner, heading, column, row or number', 'text'],
    text: ['印出的文字', 'what is printed', 'text'],
    colspan: ['占几列；一列的没有', 'number of columns; missing for one column', 'text'],
    rowspan: ['占几行；一行的没有', 'number of rows; missing for one row', 'text'],
    column: ['行标题从第几列起', 'for a row header: its first column', 'text'],
    id: ['表头的标识', 'for a header: its id', 'text'],
    scope: ['表头管什么：col、colgroup、row、rowgroup', 'for a header: col, colgroup, row or rowgroup', 'text'],
    headers: ['数所属的表头，空格隔开', 'for a number: the ids of its headers, separated by spaces', 'text'],
    path: ['数的路径；表头没有', 'for a number: its path; missing for headers', 'text'],
    note: ['数后面括号里的说明', 'the note in brackets after a number', 'text'],
    unknown: ['草稿里还没填的数', 'in a draft: the number is unknown', 'text'],
    notes: ['草稿里有关的附注号', 'in a draft: the numbers of the notes on this cell', { each: 'text' }],
  },
} as const;

const ROW = {
  fields: {
    cells: ['单元格', 'its cells', { each: CELL }],
    startsPage: ['纸上从这一行另起一页', 'starts a new page on paper', 'text'],
    repeated: ['纸上转页以后重复印的标题行', 'a heading line that is printed again on the next page', 'text'],
  },
} as const;

const TABLE = {
  fields: {
    key: ['active_disclosure、applications、reconsideration_and_litigation', 'the key of the table', 'text'],
    layout: ['blocks（表二）、matrix（表三）、side-by-side（表四）', 'blocks, matrix or side-by-side', 'text'],
    caption: ['名称', 'its name', 'text'],
    broken: ['纸上超过一页', 'longer than a page on paper', 'text'],
    columnsInWords: [
      '一句话说出各列，从左到右；表二没有',
      'a sentence that names its columns of numbers from left to right; missing in table 二',
      'text',
    ],
    paper: ['官方模板在纸上的排法，用作 class', 'its arrangement on paper, as classes', 'text'],
    footnote: ['表注，HTML', 'its footnote, HTML', 'text'],
    grid: [
      '行和列',
      'its rows and columns',
      {
        fields: {
          columns: ['每列是 label 还是 number', 'for each column: label or number', { each: 'text' }],
          head: ['表头各行', 'rows of the header', { each: ROW }],
          bodies: ['各组行', 'groups of rows', { each: { fields: { rows: ['行', 'rows', { each: ROW }] } } }],
        },
      },
    ],
  },
} as const;

const DRAFT = {
  fields: {
    notes: [
      '核对出来的问题',
      'the findings',
      {
        each: {
          fields: {
            number: ['附注号', 'its number', 'text'],
            severity: ['错误、警告、提示', 'its severity', 'text'],
            rule: ['规则', 'the rule', 'text'],
            place: ['在哪里', 'where it is', 'text'],
            message: ['说什么', 'its message', 'text'],
            hint: ['建议', 'what to do', 'text'],
            reason: ['豁免的理由', 'the reason of its waiver', 'text'],
            cause: ['起因的附注号', 'the number of the note that is its cause', 'text'],
            path: ['有关的路径', 'its path', 'text'],
          },
        },
      },
    ],
  },
} as const;

const REVIEW = {
  fields: {
    title: ['2024年政府信息公开工作年度报告审签单', '2024年政府信息公开工作年度报告审签单', 'text'],
    titleParts: ['标题的各个词，行在词之间断开', 'its words; lines break between them', { each: 'text' }],
    deadline: ['公布期限', 'the deadline', 'text'],
    state: ['核对的结果', 'the result of the check', 'text'],
    years: ['数的两列：本年、上年', 'the columns of the figures: this year and last year', { each: 'text' }],
    figures: [
      '申请、主动公开、复议、诉讼的数',
      'the figures in groups',
      {
        each: {
          fields: {
            title: ['名称', 'its name', 'text'],
            rows: [
              '各行',
              'its rows',
              {
                each: {
                  fields: {
                    label: ['名称', 'its label', 'text'],
                    now: ['本年的数', 'the figure', 'text'],
                    before: ['上年的数', "last year's figure", 'text'],
                    change: ['增减', 'the change', 'text'],
                    percent: ['增减幅度', 'the change in percent', 'text'],
                  },
                },
              },
            ],
          },
        },
      },
    ],
    remark: ['上年的数从哪里来', "where last year's figures come from", 'text'],
    notes: [
      '错误、待填、警告、豁免',
      'errors, unknown cells, warnings, waivers',
      {
        each: {
          fields: {
            title: ['名称', 'its name', 'text'],
            count: ['共几处', 'how many there are', 'text'],
            lines: ['列出的各条', 'those listed', { each: 'text' }],
            more: ['没有列出的', 'how many are not listed', 'text'],
          },
        },
      },
    ],
    origin: ['按哪个文件生成', 'the file it was made from', 'text'],
  },
} as const;

/** All names that a template can use. The compiler checks them against the types. */
export const TEMPLATE_DATA = {
  fields: {
    page: [
      '报告',
      'the report',
      {
        fields: {
          title: ['标题', 'its title', 'text'],
          titleLines: ['标题在纸上的各行，每行几个词', 'its title in lines, each in words', { each: { each: 'text' } }],
          titleParts: ['标题的各个词，不分行', 'the words of the title, without lines', { each: 'text' }],
          agency: ['机关', 'the agency', 'text'],
          year: ['年度', 'the year', 'text'],
          published: ['2024年1月22日', '2024年1月22日', 'text'],
          publishedDate: ['2024-01-22', '2024-01-22', 'text'],
          period: ['2023年1月1日至2023年12月31日', '2023年1月1日至2023年12月31日', 'text'],
          periodDates: ['2023-01-01/2023-12-31', '2023-01-01/2023-12-31', 'text'],
          corrected: [
            '更正',
            'the correction',
            {
              fields: {
                date: ['2024年3月1日', '2024年3月1日', 'text'],
                machineDate: ['2024-03-01', '2024-03-01', 'text'],
                note: ['说明', 'what was corrected', 'text'],
              },
            },
          ],
          preface: ['前言，HTML', 'the preface, HTML', 'text'],
          sections: [
            '六个部分',
            'the six sections',
            {
              each: {
                fields: {
                  id: ['标识', 'its id', 'text'],
                  title: ['一、总体情况', '一、总体情况', 'text'],
                  above: ['表格上面的正文，HTML', 'its prose above the table, HTML', 'text'],
                  html: [
                    '正文，有表格的是表格下面的正文，HTML',
                    'its prose; in a section with a table, the prose below it, HTML',
                    'text',
                  ],
                  parts: [
                    '（一）（二）……',
                    'its parts',
                    {
                      each: {
                        fields: {
                          id: ['标识', 'its id', 'text'],
                          heading: ['（一）主动公开，HTML', 'its heading, HTML', 'text'],
                          html: ['正文，HTML', 'its prose, HTML', 'text'],
                        },
                      },
                    },
                  ],
                  table: ['表格', 'its table', TABLE],
                },
              },
            },
          ],
          smallCharts: ['纸上的图缩小一些', 'its charts are a little smaller on paper', 'text'],
          charts: [
            '正文里的图；正文里以文字代替，在标识相同的 figure 里',
            'the charts; the prose has each of them in words, in a figure with the same id',
            {
              each: {
                fields: {
                  id: ['标识', 'its id', 'text'],
                  caption: ['图题', 'its caption', 'text'],
                  words: ['用文字说的图', 'the chart in words', 'text'],
                  series: ['年度，一个或两个', 'the years, one or two', { each: 'text' }],
                  bars: [
                    '各条',
                    'its bars',
                    {
                      each: {
                        fields: {
                          label: ['名称', 'its label', 'text'],
                          values: [
                            '每个年度的数',
                            'a number for each year',
                            {
                              each: {
                                fields: {
                                  text: ['印出的数', 'the number as printed', 'text'],
                                  length: ['长度', 'the length of the bar', 'text'],
                                },
                              },
                            },
                          ],
                        },
                      },
                    },
                  ],
                },
              },
            },
          ],
          draft: ['草稿才有', 'only in a draft', DRAFT],
        },
      },
    ],
    review: ['审签单，只在 review.hbs 里', 'the sheet for sign-off, only in review.hbs', REVIEW],
    style: ['样式表，连同字体', 'the style sheets with the fonts', 'text'],
    siblings: [
      '同时生成的其他文件',
      'the other files of the build',
      {
        each: {
          fields: {
            href: ['文件名', 'its file name', 'text'],
            label: ['PDF', 'PDF', 'text'],
          },
        },
      },
    ],
    linkedData: ['给搜索引擎的数据，JSON', 'data for search engines, JSON', 'text'],
    data: ['整份报告的数据，JSON', 'the data of the report, JSON', 'text'],
    receipt: ['生成记录，JSON', 'the receipt, JSON', 'text'],
    generator: ['程序和版本', 'tool and version', 'text'],
  },
} as const satisfies Described<TemplateData>;
