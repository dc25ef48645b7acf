/** The number, 本年 and 数量 of a row of the form, and what it has in brackets. */
const NOT_IN_PROSE = /^(?:[一二三四]、|（[一二三四五六七]）)(?:本年)?|数量$|（.*$/gu;

/** The name of a cell as prose has it: `一、本年新收政府信息公开申请数量 · 总计` is 新收政府信息公开申请. */
export const nameInForm = (name: string): string => (name.split(' · ')[0] ?? '').replace(NOT_IN_PROSE, '');

/** The words of a text without 本年, which the names of cells do not have. */
export const withoutOwnYear = (words: string): string => words.replace(/^本年/u, '');

/** In the words for what happened to applications, those of the form. */
export const FORM_EVENTS = ['新收', '结转'];
