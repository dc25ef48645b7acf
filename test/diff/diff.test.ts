import { describe, expect, test } from 'vitest';
import { diffDocument } from '../../src/cli/output/diff/sections.ts';

import { checkedIn, checkedWith, compare, diffWith, published } from './compare.ts';

const APPLIED = 'applications.received.natural_person';

describe('cells', () => {
  test('a report has no difference from itself', () => {
    const diff = diffWith({}, {});
    expect([diff.isSame, diff.view]).toEqual([true, 'versions']);
    expect([diff.cells, diff.facts, diff.sentences, diff.findings.broken, diff.findings.cleared]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  test('a changed count: both values, its printed name, its difference, and the total that follows', () => {
    const { cells } = diffWith(
      { 'applications.received': { natural_person: 3 } },
      { 'applications.received': { natural_person: 5 } },
    );
    expect(cells.map(({ path, difference, before, after }) => [path, before.text, after.text, difference])).toEqual([
      [APPLIED, '3', '5', '2'],
      ['applications.received.total', '3', '5', '2'],
    ]);
    expect(cells[0]?.name).toBe('一、本年新收政府信息公开申请数量 · 自然人');
  });

  test('a number written in another way, or a total that is written out, is no change', () => {
    const fee = (amount: string | number) => ({ 'active_disclosure.administrative_fees': { amount_wan_yuan: amount } });
    expect(diffWith(fee(0.5), fee('0.500000')).isSame).toBe(true);
    expect(
      diffWith(
        { 'applications.received': { natural_person: 3 } },
        { 'applications.received': { natural_person: 3, total: 3 } },
      ).isSame,
    ).toBe(true);
  });

  test('money is exact to the 分, also below zero', () => {
    const fee = (amount: string) => ({ 'active_disclosure.administrative_fees': { amount_wan_yuan: amount } });
    expect(diffWith(fee('18651.064104'), fee('0.3')).cells.map(({ difference }) => difference)).toEqual([
      '-18650.764104',
    ]);
    expect(diffWith(fee('0.1'), fee('0.3')).cells.map(({ difference }) => difference)).toEqual(['0.2']);
  });

  test('amounts of the 2019 form: in another unit they are the same', () => {
    const buy = (total_amount: string) => ({
      form: '2019',
      'active_disclosure.government_procurement': { projects: 1, total_amount },
    });
    expect(diffWith(buy('251000元'), buy('25.1万元')).cells).toEqual([]);
    expect(diffWith(buy('251000元'), buy('26万元')).cells.map(({ difference }) => difference)).toEqual(['9000元']);
    expect(diffWith(buy('2万元'), buy('2.5万元')).cells.map(({ difference }) => difference)).toEqual(['0.5万元']);
  });

  test('unknown, blank and text are never 0, and have no difference', () => {
    const known = (value: number | string | null) => ({ 'applications.received': { natural_person: value } });
    const [cell] = diffWith(known(0), known(null)).cells;
    expect(cell).toMatchObject({
      path: APPLIED,
      before: { text: '0', state: 'stated' },
      after: { text: '', state: 'unknown' },
    });
    expect(cell?.difference).toBeUndefined();
    expect(diffWith(known(null), known('约12')).cells[0]?.after).toMatchObject({ state: 'unknown', written: '约12' });
    expect(diffWith(known(null), { 'applications.received': null }).cells.map(({ path }) => path)).not.toContain(
      APPLIED,
    );
  });

  test('a changed note', () => {
    const note = (text: string) => ({
      'active_disclosure.rules': { issued: { value: 2, note: text }, repealed: 0, in_force: 2 },
    });
    const { cells } = diffWith(note('其中修订1件'), note('其中修订2件'));
    expect(cells.map(({ before, after, difference }) => [before.note, after.note, difference])).toEqual([
      ['其中修订1件', '其中修订2件', undefined],
    ]);
  });

  test('a doubtful reading is marked; a table that was not found is told once, not cell by cell', () => {
    const before = checkedWith({ 'applications.received': { natural_person: 3 } });
    const after = checkedWith({ 'applications.received': { natural_person: 8 }, reconsideration_and_litigation: null });
    const doubt = { zh: '一行错了位', en: 'a row was shifted' };
    const read = published(after, {
      cells: new Map([[APPLIED, { state: 'doubtful' as const, text: '8', doubt }]]),
      missing: ['reconsideration_and_litigation'],
    });
    const diff = compare(before, read);
    expect(diff.cells.find(({ path }) => path === APPLIED)?.after.doubt).toEqual(doubt);
    expect(diff.cells.some(({ path }) => path.startsWith('reconsideration'))).toBe(false);
    expect(diff.after).toMatchObject({ isPublished: true, doubtful: 2, missing: ['reconsideration_and_litigation'] });
    expect(diff.isSame).toBe(false);
  });
});

describe('facts', () => {
  test('agency, contact and dates, with their labels', () => {
    const { facts } = diffWith(
      { 'agency.contact': { office: '办公室', phone: '0570-5550123' } },
      { 'agency.contact': { office: '办公室', phone: '0570-5550199' }, published: '2024-01-25' },
    );
    expect(facts).toEqual([
      {
        path: 'agency.contact.phone',
        name: '行政机关 · 联系方式 · 电话',
        before: '0570-5550123',
        after: '0570-5550199',
      },
      { path: 'published', name: '发布日期', before: '2024-01-22', after: '2024-01-25' },
    ]);
  });

  test('what a published file does not print is no difference', () => {
    const file = checkedWith({ previous: '2022.yaml', form: '2021' });
    const page = published(checkedWith({ 'agency.level': 'city' }));
    expect(compare(file, page).facts).toEqual([]);
  });

  test('different agencies and editions are told', () => {
    const diff = compare(checkedWith({}), checkedWith({ 'agency.name': '双港县教育局', form: '2019' }));
    expect(diff.notes.map(({ kind }) => kind)).toEqual(['agencies', 'editions']);
  });
});

describe('a report file and its published file', () => {
  test('a form that is only written out, and fees that are only in a sentence, are no difference', () => {
    expect(diffWith({}, { form: '2021' }).isSame).toBe(true);
    const fee = checkedWith({ 'other_matters.information_processing_fee': { notices_issued: 1 } });
    expect(compare(fee, published(checkedWith())).cells).toEqual([]);
    expect(compare(fee, checkedWith()).cells.map(({ difference }) => difference)).toEqual([undefined]);
  });

  test('a preface that the program writes is not compared, and this is told', () => {
    const page = published(checkedWith({ 'preface.text': '本报告由清溪县教育局编制。' }));
    const diff = compare(checkedWith(), page);
    expect([diff.sentences, diff.notes.map(({ kind }) => kind)]).toEqual([[], ['generated']]);
    expect(compare(checkedWith({ 'preface.text': '本报告由清溪县教育局编写。' }), page).sentences).toHaveLength(1);
  });

  test('what a chart prints there is no sentence: its caption, its words, the numbers at its bars', () => {
    const file = checkedWith({ 'problems.text': '见下图。\n\n{{chart "outcomes"}}\n' });
    const [caption, words] = ['图1　2023年政府信息公开申请办理结果（单位：件）', '予以公开 0\n\n其他处理 0'];
    const read = published(checkedWith({ 'problems.text': `见下图。\n\n${words}\n\n${caption}` }));
    expect(compare(file, read).sentences).toEqual([]);
    expect(compare(read, file).sentences).toEqual([]);
    const other = published(checkedWith({ 'problems.text': `见下图。\n\n${words.replace('0', '7')}\n\n${caption}` }));
    expect(compare(file, other).sentences.map(({ after }) => after?.text)).toEqual(['予以公开 7']);
  });

  test('a chart is a picture there', () => {
    const file = checkedWith({ 'problems.text': '见下图。\n\n{{chart "outcomes"}}\n' });
    expect(compare(file, published(checkedWith({ 'problems.text': '见下图。' }))).sentences).toEqual([]);
    expect(compare(file, checkedWith({ 'problems.text': '见下图。' })).sentences.map(({ kind }) => kind)).toEqual([
      'removed',
    ]);
  });
});

describe('findings', () => {
  const broken = { 'applications.received': { natural_person: 3 } };

  test('newly broken and cleared, by rule and path', () => {
    const { findings } = diffWith({}, broken);
    expect(findings.broken.map(({ rule }) => rule)).toContain('applications-balance');
    expect(findings.cleared).toEqual([]);
    expect(diffWith(broken, {}).findings.cleared.map(({ rule }) => rule)).toContain('applications-balance');
  });

  test('the same fault with other numbers is neither', () => {
    const { findings } = diffWith(broken, { 'applications.received': { natural_person: 4 } });
    expect(findings).toEqual({ broken: [], cleared: [] });
  });

  test('a fault in a part of the prose stays the same when another part is put before it', () => {
    const part = (heading: string, text: string) => ({ heading, text });
    const bad = part('依申请公开', '全年收到申请〔略〕件，XXX。');
    const one = diffWith(
      { overview: { parts: [bad] } },
      { overview: { parts: [part('主动公开', '按时公开。'), bad] } },
    );
    expect([...one.findings.broken, ...one.findings.cleared].filter(({ rule }) => rule === 'placeholder')).toEqual([]);
  });
});

describe('two years', () => {
  const lastYear = () =>
    checkedIn(2022, {
      'applications.received': { natural_person: 10 },
      'applications.outcomes': { disclosed: { natural_person: 8 } },
      'applications.carried_forward': { natural_person: 2 },
      'active_disclosure.normative_documents': { issued: 1, repealed: 0, in_force: 30 },
    });
  const thisYear = (over: number) =>
    checkedWith({
      'applications.received': { natural_person: 15 },
      'applications.carried_over': { natural_person: over },
      'active_disclosure.normative_documents': { issued: 3, repealed: 1, in_force: 32 },
    });

  test('what was carried forward is compared with what was carried over, in each column', () => {
    const { view, years } = compare(lastYear(), thisYear(2));
    expect(view).toBe('years');
    expect(years?.carried).toHaveLength(7);
    expect(years?.carried.every(({ agrees }) => agrees)).toBe(true);
    const wrong = compare(lastYear(), thisYear(3)).years?.carried.filter(({ agrees }) => agrees === false);
    expect(wrong?.map(({ column, forward, over }) => [column, forward, over])).toEqual([
      ['自然人', '2', '3'],
      ['总计', '2', '3'],
    ]);
  });

  test('documents roll forward, and the main numbers grow', () => {
    const { years } = compare(lastYear(), thisYear(2));
    expect(years?.documents.find(({ path }) => path.includes('normative'))).toMatchObject({
      due: '32',
      inForce: '32',
      agrees: true,
    });
    expect(years?.growth.find(({ path }) => path === 'applications.received.total')).toMatchObject({
      before: '10',
      after: '15',
      difference: '5',
      percent: '50%',
    });
    expect(years?.growth.find(({ path }) => path === 'applications.carried_over.total')).toMatchObject({
      before: '0',
      after: '2',
    });
    expect(years?.growth.find(({ path }) => path === 'applications.carried_over.total')?.percent).toBeUndefined();
  });

  test('given in the other order, they are put in order, and this is told', () => {
    const diff = compare(thisYear(2), lastYear());
    expect([diff.before.year, diff.after.year]).toEqual([2022, 2023]);
    expect(diff.notes.map(({ kind }) => kind)).toContain('order');
  });

  test('an unknown number agrees with nothing', () => {
    const unknown = checkedWith({ 'applications.carried_over': { natural_person: null } });
    expect(compare(lastYear(), unknown).years?.carried[0]).toMatchObject({ column: '自然人', over: '' });
    expect(compare(lastYear(), unknown).years?.carried[0]?.agrees).toBeUndefined();
  });

  test('from the 2019 form to the 2021 form: only what both have', () => {
    const old = checkedIn(2020, { 'applications.outcomes': { other_handling: { natural_person: 2 } } });
    const { years } = compare(
      old,
      checkedIn(2021, { 'applications.outcomes.other_handling.other': { natural_person: 3 } }),
    );
    expect(years?.documents).toEqual([]);
    expect(years?.growth.find(({ path }) => path === 'applications.outcomes.other_handling')).toMatchObject({
      before: '2',
      after: '3',
    });
    expect(years?.growth.some(({ path }) => path.endsWith('in_force'))).toBe(false);
  });

  test('years that are not next to each other are a plain list', () => {
    expect(compare(checkedIn(2021), checkedIn(2023)).view).toBe('versions');
  });
});

test('people see a doubtful number, an unknown one and words in place of a number as such', () => {
  const before = checkedWith({
    'applications.received': { natural_person: 3, commercial_enterprise: 1, research_institution: 2 },
  });
  const after = checkedWith({
    'applications.received': { natural_person: 8, commercial_enterprise: null, research_institution: '约2' },
  });
  const read = published(after, { cells: new Map([[APPLIED, { state: 'doubtful' as const, text: '8' }]]) });
  const { content } = diffDocument(compare(before, read), undefined, 'zh').sections[0] ?? { content: [] };
  const rows = 'rows' in content ? content.rows.map((row) => row.map(({ text }) => text).slice(1)) : [];
  expect(rows.slice(0, 3)).toEqual([
    ['3', '8？', '+5'],
    ['1', '（未填）', ''],
    ['2', '“约2”', ''],
  ]);
});
