import { say } from '../diagnostics/text.ts';

/** Where what a rule demands comes from, for the rules that share it. */
export const FORM_TABLES = say(
  '国办公开办函〔2021〕30号、〔2019〕60号的表格',
  'the tables of notices 国办公开办函〔2021〕30号 and 〔2019〕60号',
);
