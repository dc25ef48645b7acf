import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { skeleton } from '../../src/form/skeleton.ts';
import { rowName, tableRows } from '../../src/form/walk.ts';
import { findingsOf } from '../harness.ts';
import { at, type Data, EVERY_EDITION, yearOf } from '../reports.ts';

describe.each(EVERY_EDITION)('skeleton of %s', (_, form) => {
  const options = { year: yearOf(form), schema: '../report.schema.json' };
  const text = skeleton(form, options);

  test('is YAML, and what is to be filled in is all that is found', () => {
    expect(parseDocument(text).errors).toEqual([]);
    const found = findingsOf(text);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['cell-unknown', 'empty-text']));
  });

  test('asks for every row of the form, with its official name beside it', () => {
    const data = parseDocument(text).toJS() as Data;
    for (const { path, row, groups } of form.tables.flatMap(tableRows)) {
      const key = path.split('.').at(-1);
      if (row.total) expect(text).toContain(`# ${key}:  # ${row.label}`);
      else {
        expect.soft(at(data, path), rowName({ row, groups })).toBeNull();
        expect.soft(text).toContain(`${key}: null  # ${row.label}\n`);
      }
    }
  });

  test('shows how two paragraphs are written, and takes them where it leaves room', () => {
    const [shown = ''] = /^# {3}text: \|\n(?:#.*\n)+/mu.exec(text) ?? [];
    const example = parseDocument(shown.replace(/^# ?/gmu, '')).toJS().text;
    expect(example).toMatch(/^第一段.*\n\n第二段.*\n$/u);
    const filled = text.replace(/^overview:\n {2}text: \|.*\n/mu, (line) => `${line}    第一段。\n\n    第二段。\n`);
    expect(at(parseDocument(filled).toJS() as Data, 'overview.text')).toBe('第一段。\n\n第二段。\n');
    expect(text.match(/^ +text: .*/gmu)?.every((line) => /text: \|(?: {2}# .*)?$/u.test(line))).toBe(true);
  });

  test('names every column of the form', () => {
    for (const { columns } of form.tables.flatMap(tableRows)) {
      for (const { key, label } of columns) expect.soft(text).toContain(`#   ${key} ${label}\n`);
    }
  });

  test('starts with the schema, the year and the name given', () => {
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../report.schema.json');
    const named = skeleton(form, { ...options, name: '清溪县"教育局": #1' });
    expect(at(parseDocument(named).toJS(), 'agency.name')).toBe('清溪县"教育局": #1');
    expect(at(parseDocument(named).toJS(), 'year')).toBe(options.year);
  });
});
