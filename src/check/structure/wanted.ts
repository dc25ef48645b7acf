import { say, type Text } from '../../diagnostics/text.ts';
import { truthMeant } from '../../form/choices.ts';
import { isData } from '../../report/access.ts';
import { readDate } from '../../writing/dates.ts';
import { readYear } from '../../writing/years.ts';
import { quoted } from './schema-error.ts';
import { exampleOf, writeBlock, writeSection } from './what-to-write.ts';

/** The kinds of values outside the tables; `file` is the name of a report file. */
export type WantedKind = 'string' | 'object' | 'array' | 'boolean' | 'integer' | 'file';

interface WrittenValue {
  readonly label: string;
  readonly key: string | number;
  readonly value: unknown;
  /** The year of the report. */
  readonly year: number | undefined;
}

interface Said {
  readonly message: Text;
  readonly hint: Text;
}

const shown = (value: unknown): Text => {
  if (Array.isArray(value)) return say('一个列表', 'a list');
  if (isData(value)) return say('几个键', 'several keys');
  return say(`“${String(value)}”`, `"${String(value)}"`);
};

const not = (label: string, value: unknown): Text =>
  say(`“${label}”不能写${shown(value).zh}`, `"${label}" cannot be ${shown(value).en}`);

/** For each kind: what to say about another value in its place. */
export const WANTED: Readonly<Record<WantedKind, (written: WrittenValue) => Said>> = {
  boolean: ({ label, key, value }) => {
    const meant = truthMeant(value);
    return {
      message: not(label, value),
      hint:
        meant === undefined
          ? say(`是就写 ${key}: true，不是就写 ${key}: false`, `Write ${key}: true for yes, or ${key}: false for no`)
          : say(`写成 ${key}: ${meant}`, `Write ${key}: ${meant}`),
    };
  },
  integer: ({ label, value }) => {
    const year = readYear(quoted(value));
    return {
      message: say(
        `“${label}”要写四位数字，不加引号和别的字；现在是${shown(value).zh}`,
        `"${label}" must be four digits without quotes or other characters; it is ${shown(value).en}`,
      ),
      hint:
        year === undefined
          ? say('写报告的年度，例如 year: 2025', 'Write the year of the report, such as year: 2025')
          : say(`写成 year: ${year}`, `Write year: ${year}`),
    };
  },
  file: ({ label, value }) => ({
    message: say(
      `“${label}”要写一个 .yaml 文件的名称，不能写${shown(value).zh}`,
      `"${label}" must be the name of a .yaml file, not ${shown(value).en}`,
    ),
    hint: say(
      '写上年报告的文件名，例如 previous: 2024.yaml；没有这样的文件就删去 previous 这一行',
      "Write the file name of last year's report, such as previous: 2024.yaml; if there is none, remove this line",
    ),
  }),
  string: ({ label, key, value }) => ({ message: not(label, value), hint: asText(String(key), value) }),
  array: ({ label, key, value }) => ({
    message: say(`“${label}”要写成列表，不能写${shown(value).zh}`, `"${label}" must be a list, not ${shown(value).en}`),
    hint:
      key === 'parts'
        ? say(
            '每个小标题写成一项：第一行是“- heading: 小标题”，下一行是 text: |，正文再往下写；“-”后面空一格',
            'Write an item for each heading: "- heading: …" on the first line, text: | on the next, and the text below it',
          )
        : say(
            `每一项第一行前面加“- ”；没有就删去 ${key} 这一行`,
            `Put "- " before the first line of each item; if there is none, remove ${key}`,
          ),
  }),
  object: ({ label, key, value, year = 2025 }) => ({
    message:
      SECTIONS.includes(key) && typeof value === 'string'
        ? say(
            `“${label}”的正文不能直接写在 ${key}: 后面`,
            `The text of "${label}" cannot be written right after ${key}:`,
          )
        : not(label, value),
    hint: asKeys(key, value, year),
  }),
};

function asText(key: string, value: unknown): Text {
  if (key === 'text' || key.startsWith('text_')) {
    const { zh, en } = writeBlock(key);
    return Array.isArray(value)
      ? say(`去掉各行开头的“-”：${zh}`, `Remove the "-" before the lines: ${en}`)
      : say(zh, en);
  }
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    const joined = value.join('、');
    return say(
      `写在一行里，不用“-”和方括号：${key}: ${joined}`,
      `Write it on one line without "-" and brackets: ${key}: ${joined}`,
    );
  }
  if (typeof value !== 'object') {
    return say(`纯数字要用英文双引号括起来：${key}: "${value}"`, `Put digits in double quotes: ${key}: "${value}"`);
  }
  const example = exampleOf(key, 2025) ?? '…';
  return say(
    `写在 ${key}: 同一行，例如 ${key}: ${example}`,
    `Write it on the line of ${key}:, such as ${key}: ${example}`,
  );
}

const SECTIONS: readonly (string | number)[] = ['overview', 'problems', 'other_matters', 'preface'];

function asKeys(key: string | number, value: unknown, year: number): Text {
  if (SECTIONS.includes(key)) return writeSection(String(key));
  if (key === 'period') {
    const [from = `${year}-01-01`, to = `${year}-12-31`] = daysIn(quoted(value));
    return say(`写成 period: { from: ${from}, to: ${to} }`, `Write period: { from: ${from}, to: ${to} }`);
  }
  if (key === 'corrected') {
    const [date = `${year + 1}-03-01`] = daysIn(quoted(value));
    return say(
      `写成 corrected: { date: ${date}, note: 更正了什么 }`,
      `Write corrected: { date: ${date}, note: what was corrected }`,
    );
  }
  if (key === 'agency' || key === 'contact') {
    const keys = key === 'agency' ? 'name:、level:、kind:' : 'office:、phone:、email:';
    return say(
      `${key}: 后面换行，下面每行比 ${key} 多空两格，分别写 ${keys}`,
      `Start a new line after ${key}: and write ${keys.replaceAll('、', ', ')} below it, each after two more spaces`,
    );
  }
  return typeof key === 'number'
    ? say(
        '这一项要写成“- heading: 小标题”，下一行写 text: |，正文再往下写',
        'Write this item as "- heading: …", with text: | on the next line and the text below it',
      )
    : say(
        `${key}: 后面换行，下面每行多空两格写各个键`,
        `Start a new line after ${key}: and write its keys below it, each after two more spaces`,
      );
}

/** The days in a text such as 2025年1月1日至2025年12月31日. */
const daysIn = (text: string): string[] =>
  text.split(/至|到|起|止|~|～|——/u).flatMap((piece) => {
    const date = readDate(piece);
    return date && 'day' in date ? [date.day] : [];
  });
