import { say } from '../diagnostics/text.ts';

/** Sources that several rules share. */
export const FORM_TABLES = say(
  '国办公开办函〔2021〕30号、〔2019〕60号的表格',
  'the tables in the notices 国办公开办函〔2021〕30号 and 〔2019〕60号',
);
