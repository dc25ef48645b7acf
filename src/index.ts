export * from './api.ts';
export { type Checked, type CheckOptions, check, type Previous } from './check/check.ts';
export type { Claim } from './check/claims.ts';
export type { ReadFigure, ReadStatement, Silence } from './check/read-figures.ts';
export type { ComparedNumbers } from './check/rule.ts';
export type { Settings } from './check/settings.ts';
export type { Candidate } from './claims/evaluate.ts';
export type { HouseWords } from './claims/house-words.ts';
export type { Figure } from './claims/lex/figures.ts';
export type { Doubt, Judged, Reason, Statement } from './claims/statement.ts';
export type * from './diagnostics/diagnostic.ts';
export {
  type FailOn,
  type FileResult,
  fails,
  type Problem,
  type RunResult,
  type Waived,
} from './diagnostics/result.ts';
export type { RuleExample, RuleInfo } from './diagnostics/rule.ts';
export type { Language, Text } from './diagnostics/text.ts';
export { UserError } from './diagnostics/user-error.ts';
export type { ReportInput, ReportInput2019, ReportInput2021 } from './form/report-type.ts';
export type { ValueKind } from './form/types.ts';
export type { DocumentDoubt, FilePlace } from './import/document.ts';
export type * from './import/reading.ts';
export { Refusal } from './import/refusal.ts';
export type { Built, BuiltFile } from './publish/outputs.ts';
export type { Publisher, PublishOptions } from './publish/publisher.ts';
export type { ToolOptions } from './publish/tools.ts';
export type { Cell, CellState, UnknownReason } from './report/cell.ts';
export { type Report, readReport } from './report/report.ts';
export type { TextReporterName } from './reporters/index.ts';
export { parse, type Source } from './source/parse.ts';
export type { Answer } from './verify/answer.ts';
export type { Verdict, Verifier, VerifyOptions } from './verify/verifier.ts';
export type { BoundFile } from './workspace/bind-file.ts';
export type { CheckedFile, CheckedFiles, CheckFilesOptions } from './workspace/check-files.ts';
export type { EditedFile, FileChange } from './workspace/edited-file.ts';
export type { GivenContent, Input, InputFile } from './workspace/files.ts';
export type { FixedFile, FixedFiles, UnreadableFile } from './workspace/fix-files.ts';
export type { ImportedFile, ImportedFiles, RefusedFile } from './workspace/import-files.ts';
export type { Machine } from './workspace/machine.ts';
export type { Leftovers } from './workspace/read-reports.ts';
