/** The texts that a table can have besides its rows, in printed order. */
export const TABLE_TEXTS = [
  {
    key: 'text_above',
    title: '表前正文',
    description: '标题下面、表格上面的正文；Markdown，不能用 HTML；{{路径}} 印出一个单元格的数',
  },
  { key: 'footnote', title: '表注', description: '印在表下面的话' },
  {
    key: 'text_below',
    title: '表后正文',
    description: '表格（和表注）下面的正文；Markdown，不能用 HTML；{{路径}} 印出一个单元格的数',
  },
] as const;

/** The key of a text of a table. */
export type TableText = (typeof TABLE_TEXTS)[number]['key'];
