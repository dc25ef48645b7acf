import { command } from '../command.ts';
import { FORM } from '../options.ts';

export const init = command({
  name: 'init',
  args: '<FILE>',
  light: true,
  summary: { zh: '新建一份带说明的骨架', en: 'Start an empty report with comments' },
  details: {
    zh: '写出格式的每一行，旁边注明正式名称；数都是 null（还不知道），填好一个算一个。已有的文件不会被覆盖。--example 写出的不是骨架，而是一份填好的报告，马上可以 report build。--from 从上年的报告接着写：照抄机关、联系方式和小标题，结转下年度的数写进“上年结转”，并记下上年的文件供跨年核对；正文和其他的数不抄。',
    en: "Writes every row of the form with its official name in a comment; every number is null (not known yet). An existing file is never overwritten. --example writes a complete report instead, which you can build at once. --from starts from last year's report: it copies the agency, contact and headings, uses the applications carried forward as those carried over, and names last year's file in previous for the comparison. Prose and other numbers are not copied.",
  },
  examples: [
    ['report init example.yaml --example', { zh: '一份填好的报告', en: 'a complete report' }],
    ['report init 2024.yaml', { zh: '年度取自文件名', en: 'the year is in the file name' }],
    ['report init 2025.yaml --from 2024.yaml', { zh: '从上年的报告接着写', en: "start from last year's report" }],
    ['report init 2024.yaml --name 某某市教育局', { zh: '写上机关名称', en: 'with the name of the agency' }],
  ],
  options: {
    example: {
      flags: '--example',
      words: { zh: '写一份填好的报告，可以马上生成', en: 'write a complete report that can be built at once' },
    },
    from: { flags: '--from <report>', words: { zh: '上年的报告', en: "last year's report" } },
    year: {
      flags: '--year <year>',
      words: {
        zh: '报告的年度，不写时取自文件名，再不然是去年',
        en: 'year of the report; default: the year in the file name, or last year',
      },
    },
    name: { flags: '--name <name>', words: { zh: '机关全称', en: 'full name of the agency' } },
    form: FORM,
  },
  run: async ([file = ''], flags, context) => (await import('../work/init.ts')).init(file, flags, context),
});
