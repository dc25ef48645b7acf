/** A correct report in the usual notation, for tests that change one place in it. */
export const SAMPLE = `year: 2023
agency:
  name: 清溪县教育局
  short_name: 县教育局
  level: county
  kind: department
  contact: { office: 办公室, address: 学院路30号, phone: 0570-5550123 }
published: 2024-01-22

# 一、总体情况
overview:
  text: |
    主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作正常开展，年度考核、社会评议合格，没有发生责任追究，监督电话0570-5550123。
  parts:
    - aspect: on_request
      heading: 依申请公开
      text: |
        全年收到申请40件。

active_disclosure: 0
applications:
  received: { natural_person: 38, commercial_enterprise: 2, total: 40 }
  carried_over: 0
  outcomes:
    disclosed: { natural_person: 38, commercial_enterprise: 2, total: 40 }
    partially_disclosed: 0
    not_disclosed: 0
    unable_to_provide: 0
    not_processed: 0
    other_handling: 0
    total: { natural_person: 38, commercial_enterprise: 2, total: 40 }
  carried_forward: 0
reconsideration_and_litigation:
  reconsideration: 0
  litigation: 0
problems:
  text: |
    政策解读的形式不够多样，下一步增加图解和问答。
other_matters:
  text: |
    没有收取信息处理费。
`;

/** The sample with one piece replaced, which must be in it. */
export function sampleWith(piece: string, replacement: string): string {
  if (!SAMPLE.includes(piece)) throw new Error(`not in the sample: ${piece}`);
  return SAMPLE.replace(piece, () => replacement);
}
