import { say } from '../diagnostics/text.ts';

/** Sources that several rules share. */

export const FORM_TABLES = say(
  '国办公开办函〔2021〕30号、〔2019〕60号的表格',
  'the tables in the notices 国办公开办函〔2021〕30号 and 〔2019〕60号',
);

export const PRACTICE = say('实践中的做法（没有找到明文）', 'practice (no written rule was found)');

export const REPORT_OF_YEAR_BEFORE = say(
  '《中华人民共和国政府信息公开条例》第四十九条：公布的是上一年度的报告',
  'Open Government Information Regulations, article 49: the report is for the year before',
);

export const PROBLEMS_IN_REPORT = say(
  '《中华人民共和国政府信息公开条例》第五十条第一款第（四）项',
  'Open Government Information Regulations, article 50 (4)',
);
