import type { WriteSheet } from 'hucre';
import type { PageView } from '../../view/page-view.ts';
import type { WorkbookView } from '../../view/workbook.ts';
import { PLAIN, TITLE } from './styles.ts';

export const NOTES_SHEET = '填写说明';

/** The sheet that says which report this is and how to fill it in. */
export function notesSheet({ title, draft }: PageView, { agency, year, sheets }: WorkbookView): WriteSheet {
  const lines = [
    `机关：${agency}　　年度：${year}`,
    `一、本文件有${Object.values(sheets).join('、')}，是年度报告的表格；正文不在里面。`,
    '二、白色的格填数。件数填整数；金额只填数，单位看表头，最多六位小数。',
    '三、不知道的留空。空格不是 0，没有发生的填 0。不要填“无”“/”“—”。',
    '四、绿色的格是合计，自动算，不用填；有一项没填，合计就空着。',
    '五、表的右边和下边有“差额应为0”，不是 0 就变红，说明数没有对上。这些格不打印。',
    '六、数后面括号里的字（如“（二审）”）是这一格的说明，改数时照样印出；说明不对，告诉编报告的人。',
    '七、不要增删行、列和工作表，不要改表头和工作表的名字。',
    '八、填好原样发回。编报告的人用 report import --into 取回改过的格，没改的不动。',
    ...(draft ? ['这是草稿，数还没有定。'] : []),
  ];
  const texts = [title, ...lines];
  return {
    name: NOTES_SHEET,
    columns: [{ width: 100 }],
    rows: [],
    cells: new Map(texts.map((value, at) => [`${at},0`, { value, type: 'string', style: at === 0 ? TITLE : PLAIN }])),
    rowDefs: new Map(texts.map((_, at) => [at, { height: at === 0 ? 40 : 24 }])),
    protection: { sheet: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}
