/** Ways that requests come in. */
const WORDS = ['网上', '网络', '信函', '信件', '邮寄', '现场', '当面', '来信', '邮件', '书面', '传真', '平台'];

/** What names one. Who names two of them means all. */
export const CHANNEL = new RegExp([...WORDS, '在线', '窗口', '快递'].join('|'), 'u');

/** As they stand in a statement: 网上, 网上申请. */
export const CHANNEL_TERMS = [
  ...WORDS,
  '电子邮件',
  ...['网上', '信函', '当面', '现场', '网络'].map((one) => `${one}申请`),
].join(' ');
