import { describe, expect, test } from 'vitest';
import { form2019 } from '../../src/form/2019/index.ts';
import { form2021 } from '../../src/form/2021/index.ts';
import type { FormDef, HeaderDef, RowNodeDef } from '../../src/form/types.ts';
import { isRowGroup, leafColumns, tableRows } from '../../src/form/walk.ts';

/** The notices' tables, typed out once more: key, then the wording as printed; two more spaces for a row of a group. */
const TABLE_3 = {
  columns: `
    natural_person 自然人
    commercial_enterprise 商业企业
    research_institution 科研机构
    public_interest_organization 社会公益组织
    legal_service_institution 法律服务机构
    other_organization 其他
    total 总计`,
  rows2021: `
    received 一、本年新收政府信息公开申请数量
    carried_over 二、上年结转政府信息公开申请数量
    outcomes 三、本年度办理结果
      disclosed （一）予以公开
      partially_disclosed （二）部分公开（区分处理的，只计这一情形，不计其他情形）
      not_disclosed （三）不予公开
        state_secret 1.属于国家秘密
        prohibited_by_law 2.其他法律行政法规禁止公开
        security_and_stability 3.危及“三安全一稳定”
        third_party_rights 4.保护第三方合法权益
        internal_affairs 5.属于三类内部事务信息
        process_information 6.属于四类过程性信息
        enforcement_case_file 7.属于行政执法案卷
        administrative_query 8.属于行政查询事项
      unable_to_provide （四）无法提供
        not_held 1.本机关不掌握相关政府信息
        requires_creation 2.没有现成信息需要另行制作
        unclear_after_supplement 3.补正后申请内容仍不明确
      not_processed （五）不予处理
        petition_or_complaint 1.信访举报投诉类申请
        duplicate 2.重复申请
        published_material 3.要求提供公开出版物
        excessive_repetition 4.无正当理由大量反复申请
        confirmation_or_reissue 5.要求行政机关确认或重新出具已获取信息
      other_handling （六）其他处理
        supplement_overdue 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
        fee_unpaid 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
        other 3.其他
      total （七）总计
    carried_forward 四、结转下年度继续办理`,
};
const ROWS_2019 = TABLE_3.rows2021
  .split('\n')
  .filter((line) => !/^ +(supplement_overdue|fee_unpaid|other) /.test(line))
  .join('\n');

const TABLE_4 = {
  columns: 'upheld 结果维持\ncorrected 结果纠正\nother_result 其他结果\npending 尚未审结\ntotal 总计',
  rows: `
    reconsideration 行政复议
    litigation 行政诉讼
      direct 未经复议直接起诉
      after_reconsideration 复议后起诉`,
};

// heading; row header; columns; rows
const TABLE_2_2021 = [
  [
    '第二十条第（一）项',
    'issued 本年制发件数 repealed 本年废止件数 in_force 现行有效件数',
    'rules 规章 normative_documents 行政规范性文件',
  ],
  ['第二十条第（五）项', 'decisions 本年处理决定数量', 'administrative_licensing 行政许可'],
  [
    '第二十条第（六）项',
    'decisions 本年处理决定数量',
    'administrative_penalties 行政处罚 administrative_compulsion 行政强制',
  ],
  ['第二十条第（八）项', 'amount_wan_yuan 本年收费金额（单位：万元）', 'administrative_fees 行政事业性收费'],
];
const ITEMS = 'items_last_year 上一年项目数量 items_change 本年增/减 decisions 处理决定数量';
const TABLE_2_2019 = [
  [
    '第二十条第（一）项',
    'newly_made 本年新制作数量 newly_disclosed 本年新公开数量 total_disclosed 对外公开总数量',
    'rules 规章 normative_documents 规范性文件',
  ],
  [
    '第二十条第（五）项',
    ITEMS,
    'administrative_licensing 行政许可 other_external_management_services 其他对外管理服务事项',
  ],
  ['第二十条第（六）项', ITEMS, 'administrative_penalties 行政处罚 administrative_compulsion 行政强制'],
  ['第二十条第（八）项', 'items_last_year 上一年项目数量 items_change 本年增/减', 'administrative_fees 行政事业性收费'],
  ['第二十条第（九）项', 'projects 采购项目数量 total_amount 采购总金额', 'government_procurement 政府集中采购'],
];

const unindent = (text: string) => text.replace(/^\n/, '').replace(/^ {4}/gmu, '');
const outline = (nodes: readonly RowNodeDef[], indent = ''): string =>
  nodes
    .map((node) => {
      const own = `${indent}${node.key} ${node.label}`;
      return isRowGroup(node) ? `${own}\n${outline(node.rows, `${indent}  `)}` : own;
    })
    .join('\n');
const printed = (defs: readonly { key: string; label: string }[], joint: string) =>
  defs.map(({ key, label }) => `${key} ${label}`).join(joint);
const headers = (defs: readonly HeaderDef[]): string =>
  defs.map((def) => ('columns' in def ? `${def.label}[${headers(def.columns)}]` : def.label)).join(' ');
const cells = (form: FormDef, table: number) =>
  tableRows(form.tables[table] as FormDef['tables'][number]).reduce((sum, { columns }) => sum + columns.length, 0);

describe.each([
  ['2019', form2019 as FormDef, TABLE_2_2019, ROWS_2019, [22, 161, 15], '国办公开办函〔2019〕60号'],
  ['2021', form2021 as FormDef, TABLE_2_2021, TABLE_3.rows2021, [10, 175, 15], '国办公开办函〔2021〕30号'],
] as const)('form of %s', (_, form, table2, table3Rows, counts, number) => {
  const [two, three, four] = form.tables;

  test('二: headings, columns and rows in the official wording and order', () => {
    const blocks = two?.blocks.map(({ heading, rowHeader, columns, rows }) => {
      expect(rowHeader).toBe('信息内容');
      return [heading, printed(leafColumns(columns), ' '), outline(rows).replaceAll('\n', ' ')];
    });
    expect(blocks).toEqual(table2);
  });

  test('三: corner, header, 25 rows or 23, in the official wording and order', () => {
    expect(three?.corner).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）');
    const [block] = three?.blocks ?? [];
    expect(headers(block?.columns ?? [])).toBe(
      '申请人情况[自然人 法人或其他组织[商业企业 科研机构 社会公益组织 法律服务机构 其他] 总计]',
    );
    expect(printed(leafColumns(block?.columns ?? []), '\n')).toBe(unindent(TABLE_3.columns));
    expect(outline(block?.rows ?? [])).toBe(unindent(table3Rows));
  });

  test('四: fifteen columns in the official wording and order', () => {
    const [block] = four?.blocks ?? [];
    expect(printed(leafColumns(block?.columns ?? []), '\n')).toBe(TABLE_4.columns);
    expect(outline(block?.rows ?? [])).toBe(unindent(TABLE_4.rows));
  });

  test('as many cells as the form prints', () => {
    expect([0, 1, 2].map((table) => cells(form, table))).toEqual(counts);
  });

  test('six sections and the notice', () => {
    expect(form.sections).toEqual([
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理政府信息公开申请情况',
      '政府信息公开行政复议、行政诉讼情况',
      '存在的主要问题及改进情况',
      '其他需要报告的事项',
    ]);
    expect(form.tables.map(({ key, section, label }) => [key, section, label])).toEqual([
      ['active_disclosure', 2, form.sections[1]],
      ['applications', 3, form.sections[2]],
      ['reconsideration_and_litigation', 4, form.sections[3]],
    ]);
    expect(form.notice.number).toBe(number);
  });
});

test('only the totals may be left out', () => {
  const totals = [form2019, form2021].flatMap((form: FormDef) =>
    form.tables
      .flatMap(tableRows)
      .flatMap(({ row, path, columns }) => [
        ...(row.total ? [path] : []),
        ...columns.flatMap((column) => (column.total ? [column.key] : [])),
      ]),
  );
  expect([...new Set(totals)].sort()).toEqual(['applications.outcomes.total', 'total']);
});

test('only 本年增/减 may be negative, only fees and purchases are money', () => {
  const kinds = [form2019, form2021].flatMap((form: FormDef) =>
    form.tables.flatMap(tableRows).flatMap(({ columns }) => columns.map(({ key, kind }) => `${key} ${kind}`)),
  );
  expect([...new Set(kinds)].filter((kind) => !kind.endsWith(' count')).sort()).toEqual([
    'amount_wan_yuan wan_yuan',
    'items_change change',
    'total_amount amount',
  ]);
});
