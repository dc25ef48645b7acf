import { ASPECTS, type Choice, KINDS, LEVELS, SCOPES } from './choices.ts';
import type { JsonSchema } from './schema-types.ts';

/** The keys of a report file around its tables, with the title and description an editor shows. */

/** `2024-01-22`; a separate check makes sure that the day exists. */
export const DATE_PATTERN = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';
/** Text that is not blank. */
export const NOT_BLANK = '\\S';

const text = (title: string, description: string): JsonSchema => ({
  title,
  description,
  type: 'string',
  pattern: NOT_BLANK,
});
const date = (title: string, description: string): JsonSchema => ({
  title,
  description,
  type: 'string',
  pattern: DATE_PATTERN,
  examples: ['2024-01-22'],
});
// Digits that YAML can read as a number; they are kept as written, including leading zeros.
const digits = (title: string, description: string): JsonSchema => ({
  title,
  description,
  type: ['string', 'integer'],
});
const choice = (title: string, choices: readonly Choice[]): JsonSchema => ({
  title,
  description: choices.map(({ value, label }) => `${value} ${label}`).join('；'),
  type: 'string',
  enum: choices.map(({ value }) => value),
});

const CONTACT = {
  office: text('联系机构', '例如：办公室'),
  address: text('地址', '办公地址'),
  postcode: digits('邮编', '六位数字'),
  phone: digits('电话', '带区号，例如 0577-88888888'),
  fax: digits('传真', '带区号'),
  email: text('电子邮箱', '公开的电子邮箱'),
};

/** The keys of `agency.contact`, in the order of a report file. */
export const CONTACT_KEYS = Object.keys(CONTACT);

const contact: JsonSchema = {
  title: '联系方式',
  description: '对报告内容有疑问时联系的机构，印在报告开头',
  type: 'object',
  additionalProperties: false,
  properties: CONTACT,
};

export const agency: JsonSchema = {
  title: '行政机关',
  description: '编制报告的行政机关',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'level', 'kind'],
  properties: {
    name: text('机关全称', '印在标题里的全称，例如：温州市人力资源和社会保障局'),
    short_name: text('机关简称', '正文里用的简称，例如：市人力社保局'),
    level: choice('层级', LEVELS),
    kind: choice('机关类型', KINDS),
    vertical: {
      title: '垂直管理',
      description: '海关、税务等垂直管理部门写 true',
      type: 'boolean',
      default: false,
    },
    scope: choice('范围', SCOPES),
    contact,
  },
};

export const part: JsonSchema = {
  title: '分项',
  description: '一个小标题和它的正文；（一）（二）由程序编号',
  type: 'object',
  additionalProperties: false,
  required: ['heading', 'text'],
  properties: {
    aspect: choice('方面', ASPECTS),
    heading: text('小标题', '不带编号'),
    text: text('正文', 'Markdown，不能用 HTML；{{路径}} 印出一个单元格的数'),
  },
};

/** A section of prose; `extra` are its keys besides text and parts. */
export function proseSection(title: string, description: string, extra: Record<string, JsonSchema> = {}): JsonSchema {
  return {
    title,
    description,
    type: 'object',
    additionalProperties: false,
    properties: {
      text: text('正文', 'Markdown，不能用 HTML；{{路径}} 印出一个单元格的数'),
      parts: {
        title: '分项',
        description: '带小标题的各部分',
        type: 'array',
        minItems: 1,
        items: { $ref: '#/$defs/part' },
      },
      ...extra,
    },
  };
}

const waiver: JsonSchema = {
  title: '豁免',
  description: '一条看过并且可以不改的提示',
  type: 'object',
  additionalProperties: false,
  required: ['rule', 'at', 'reason'],
  properties: {
    rule: text('规则', '规则编号，例如 documents-roll-forward'),
    at: text('位置', '单元格的路径'),
    words: text('文字', '正文里的问题：所指的那几个字'),
    values: {
      title: '当时的数',
      description: '路径和数（或者日期、名称）；其中一个变了，豁免就失效',
      type: 'object',
      additionalProperties: { type: ['number', 'string', 'null'] },
    },
    reason: text('理由', '为什么可以不改'),
    approved_by: text('批准', '谁批准的'),
    expires: date('到期', '这一天之后失效'),
  },
};

/** The keys before the prose and the tables. */
export const HEAD_KEYS: Readonly<Record<string, JsonSchema>> = {
  year: { title: '年度', description: '报告的年度', type: 'integer', minimum: 2019, maximum: 2099 },
  agency,
  title: text('标题', '不写时为：机关全称＋年度＋“年政府信息公开工作年度报告”'),
  period: {
    title: '统计期限',
    description: '不写时为全年；新组建或者合并的机关写自己的起止日期',
    type: 'object',
    additionalProperties: false,
    required: ['from', 'to'],
    properties: { from: date('起', '第一天'), to: date('止', '最后一天') },
  },
  published: date('发布日期', '向社会公布的日期'),
  corrected: {
    title: '更正',
    description: '发布之后更正过的报告写明日期和内容，印在报告里',
    type: 'object',
    additionalProperties: false,
    required: ['date', 'note'],
    properties: { date: date('更正日期', '更正的日期'), note: text('更正说明', '更正了什么') },
  },
  previous: {
    ...text('上年报告', '上一年报告的文件，相对于本文件；写了才做跨年核对'),
    pattern: '\\.ya?ml$',
  },
  preface: {
    title: '前言',
    description: '标题之后、第一部分之前的话；不写时由程序写明依据、统计期限和联系方式',
    type: 'object',
    additionalProperties: false,
    required: ['text'],
    properties: { text: text('正文', 'Markdown') },
  },
};

/** The keys after the tables. */
export const TAIL_KEYS: Readonly<Record<string, JsonSchema>> = {
  waivers: { title: '豁免', description: '看过并且可以不改的提示', type: 'array', items: waiver },
};
