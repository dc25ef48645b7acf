/** Ways to submit applications. */
const WORDS = ['网上', '网络', '信函', '信件', '邮寄', '现场', '当面', '来信', '邮件', '书面', '传真', '平台'];

/** Matches a way to submit applications. A list with two of them is meant to be complete. */
export const CHANNEL = new RegExp([...WORDS, '在线', '窗口', '快递'].join('|'), 'u');

/** The terms for them in statements: 网上, 网上申请. */
export const CHANNEL_TERMS = [
  ...WORDS,
  '电子邮件',
  ...['网上', '信函', '当面', '现场', '网络'].map((one) => `${one}申请`),
].join(' ');
