import type { Report } from '../../report/report.ts';
import { textsOf } from './report-texts.ts';

const DOCUMENTS = /规章|文件/u;

/** Words for events that change the number of documents without issuing or repealing, and for other ways of counting. */
const CHANGES = new RegExp(
  [
    ...['清理', '失效', '到期', '届满', '停止执行', '不再执行', '不再适用'],
    ...['修改', '修订', '废改', '改废', '重新公布', '重新发布', '重新印发', '重新认定', '重新登记', '重新备案'],
    ...['机构改革', '职能调整', '职能划转', '划转', '划入', '划出', '移交', '承接', '撤并', '合并'],
    ...['统计口径', '口径调整', '统计范围', '汇总范围', '编制主体'],
  ].join('|'),
  'u',
);

/** Whether a sentence of the prose or a cell's note says that documents were cleaned up, expired, were amended or transferred. */
export const tellsDocumentChanges = (report: Report, notes: readonly (string | undefined)[]): boolean =>
  notes.some((note) => note !== undefined && CHANGES.test(note)) ||
  textsOf(report).some(({ text }) =>
    text.split(/[。;!?\n]/u).some((sentence) => DOCUMENTS.test(sentence) && CHANGES.test(sentence)),
  );
