import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { junit } from '../../src/reporters/junit.ts';
import { diagnostic, EVERYTHING, HOSTILE, OPTIONS, resultOf } from './samples.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML; fails on what is not well-formed, which the parser alone would mend. */
function parse(xml: string): Element {
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)|[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => {
        const here = open.at(-1);
        if (here) here.text += text;
      },
      onclosetag: (name, implied) => {
        const selfClosing = implied && xml.slice(parser.startIndex, parser.endIndex + 1).endsWith('/>');
        if (implied && !selfClosing) throw new Error(`${name} is not closed`);
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  expect(open).toEqual([root]);
  const [document] = root.children;
  if (!document || root.children.length > 1) throw new Error('not one root');
  return document;
}

const suitesOf = (...input: Parameters<typeof junit>) => parse(junit(...input)).children;
const caseOf = (found: Parameters<typeof diagnostic>[0], more = {}) =>
  suitesOf([resultOf([diagnostic(found)])], { ...OPTIONS, ...more })[0]?.children[0];

test('the whole of it', () => {
  expect(junit([resultOf([diagnostic()]), resultOf([], { file: 'b.yaml' })], OPTIONS)).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ogi-report" tests="2" failures="1" errors="0" skipped="0" time="0">
  <testsuite name="a.yaml" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase name="sample-rule table.row.0" classname="a" file="a.yaml" line="2" time="0">
      <failure message="甲不等于乙" type="error">a.yaml:2:4
甲不等于乙
建议：核对
有关：第 1 行，乙：1</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.yaml" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="b.yaml" classname="b" file="b.yaml" time="0"/>
  </testsuite>
</testsuites>
`,
  );
});

describe('a case fails where the finding fails the run', () => {
  const outcome = (...input: Parameters<typeof caseOf>) => caseOf(...input)?.children.map(({ name }) => name);

  test('an error does', () => expect(outcome({})).toEqual(['failure']));
  test('a warning passes and is told', () => expect(outcome({ severity: 'warning' })).toEqual(['system-out']));
  test('a warning fails where it is asked to', () => {
    const warning = caseOf({ severity: 'warning' }, { failOn: 'warning' });
    expect(warning?.children[0]).toMatchObject({ name: 'failure', attributes: { type: 'warning' } });
  });
  test('a note is no case, unless it is asked for', () => {
    expect(caseOf({ severity: 'info' })).toMatchObject({ attributes: { name: 'a.yaml' }, children: [] });
    expect(outcome({ severity: 'info' }, { verbose: true })).toEqual(['system-out']);
  });
});

test('counts agree with what stands there; waived findings are skipped, with the reason', () => {
  const suites = suitesOf(EVERYTHING, OPTIONS);
  expect(suites[0]?.attributes).toMatchObject({ tests: '5', failures: '2', skipped: '2' });
  const skipped = suites[0]?.children.flatMap(({ children }) => children).filter(({ name }) => name === 'skipped');
  expect(skipped?.map(({ attributes }) => attributes.message)).toEqual(['已豁免：2', '在基线中']);
});

test('no two cases of a suite have one name, and no name has a line number', () => {
  const names = suitesOf(EVERYTHING, { ...OPTIONS, verbose: true })[0]?.children.map(
    ({ attributes }) => attributes.name,
  );
  expect(new Set(names).size).toBe(6);
  expect(names?.slice(0, 3)).toEqual([
    'sample-rule table.row.0',
    'other-rule table.row.0',
    'sample-rule table.row.0 #2',
  ]);
});

test('a consequence names its cause, a cell of last year its file', () => {
  const [, consequence] = suitesOf(EVERYTHING, { ...OPTIONS, language: 'en' })[0]?.children ?? [];
  expect(consequence?.children[0]?.text).toContain('See: last.yaml line 1, b: 1\nFollows from: sample-rule in line 2');
});

describe('whatever a report quotes, it is one document', () => {
  test.each(HOSTILE)('%j', (words) => {
    const text = { zh: words, en: words };
    const found = diagnostic({ file: words, path: [words], message: text, hint: text });
    const waived = [{ diagnostic: found, by: 'waiver', reason: words }] as const;
    const [suite, ...others] = suitesOf([resultOf([found], { file: words, waived })], OPTIONS);
    expect(others).toEqual([]);
    expect(suite?.children.map(({ name }) => name)).toEqual(['testcase', 'testcase']);
    const kept = words.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
    expect(suite?.children[0]?.children[0]?.attributes.message).toBe(kept);
    expect(suite?.children[0]?.children[0]?.text).toContain(`${kept}\n建议：${kept}`);
  });
});
