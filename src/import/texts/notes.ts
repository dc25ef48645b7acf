/** The beginning of a note on a table: 注： */
export const NOTE: RegExp = /^[（(]?(?:备?注|附注)[：:]\s*/u;
