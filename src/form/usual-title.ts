/** What follows the agency and the year in the usual title. */
const REST = '年政府信息公开工作年度报告';

/** The title of a report that has none of its own: 清溪县教育局2023年政府信息公开工作年度报告. */
export const usualTitle = (agency: string, year: number | string): string => `${agency}${year}${REST}`;
