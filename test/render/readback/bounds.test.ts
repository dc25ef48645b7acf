import { expect, test } from 'vitest';
import type { Block } from '../../../src/render/readback/blocks.ts';
import { compareBlocks } from '../../../src/render/readback/compare.ts';
import { readHtml, UnreadableHtml } from '../../../src/render/readback/read-html.ts';

test('elements may nest 500 deep', () => {
  const nested = (depth: number) => `${'<div>'.repeat(depth)}1${'</div>'.repeat(depth)}`;
  expect(readHtml(nested(500)).blocks).toEqual([{ kind: 'text', text: '1' }]);
  expect(() => readHtml(nested(502))).toThrow(UnreadableHtml);
  expect(() => readHtml('<svg>'.repeat(100_000))).toThrow(UnreadableHtml);
});

test('only the content of a style sheet is skipped', () => {
  const texts = (html: string) => readHtml(html).blocks.map(({ text }) => text);
  expect(texts('<style>a{}</style><p>1</p>')).toEqual(['1']);
  expect(texts('<p>1</p><style>a{}</STYLE><p>2</p><style>b{}</style>')).toEqual(['1', '2']);
  expect(texts('<!-- <style> --><p>1</p><style>a{}</style>')).toEqual(['1']);
  expect(texts('<p title="<style>">1</p><style>a{}</style>')).toEqual(['1']);
  expect(texts('<style></styles><p>1</p></style><p>2</p>')).toEqual(['2']);
  expect(texts('<p>1</p><style>a{}<p>2</p>')).toEqual(['1']);
});

test('another document is one difference, where it begins', () => {
  const cells = (count: number, prefix: string): Block[] =>
    Array.from({ length: count }, (_, index) => ({ kind: 'cell', text: `${index === 0 ? '' : prefix}${index}` }));
  const faults = compareBlocks(cells(20_000, 'a'), cells(20_000, 'b'));
  expect(faults.map(({ message }) => message.en)).toEqual(['The file has "b1" instead of "a1"']);
  expect(compareBlocks(cells(3, 'a'), cells(20_000, 'a'))).toHaveLength(1);
  expect(compareBlocks(cells(100, 'a'), cells(100, 'b'))).toHaveLength(20);
  expect(compareBlocks(cells(20_000, 'a'), cells(20_000, 'a'))).toEqual([]);
});
