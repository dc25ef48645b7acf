export { type Checked, check } from './check/check.ts';
export type * from './diagnostics/diagnostic.ts';
export type * from './diagnostics/text.ts';
export type { ReportInput, ReportInput2019, ReportInput2021 } from './form/report-type.ts';
export { type Report, readReport } from './report/report.ts';
export { parse, type Source } from './source/parse.ts';
