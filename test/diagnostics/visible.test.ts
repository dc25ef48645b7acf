import { expect, test } from 'vitest';
import { harmless, visible, visibleJson, visibleLine } from '../../src/diagnostics/visible.ts';

const ESCAPE = String.fromCharCode(27);

test('control characters become their pictures, in as many UTF-16 units', () => {
  expect(visible(`a${ESCAPE}[31m\r\u0007`)).toBe('a␛[31m␍␇');
  expect(visible('\u007f\u009b\u202e')).toBe('\ufffd\ufffd\ufffd');
});

test('text stays as it is, with its tabs and lines', () => {
  const text = '一、本年新收\t𠮷 é\n“总计”';
  expect(visible(text)).toBe(text);
});

test('one line has neither tabs nor line breaks, nor anything that shows nothing', () => {
  expect(visibleLine('a\tb\nc\r\u0085\u2028')).toBe('a␉b␊c␍\ufffd\ufffd');
  expect(visibleLine('\u200b\u00ad\ufeff\u2066\u3164\ud800')).toBe('\ufffd'.repeat(6));
  expect(visibleLine('\u{e0041}')).toBe('\ufffd\ufffd');
});

test('JSON says the same, with every hidden character escaped', () => {
  const value = { 'a\u202e': ['\u009b\u{e0041}\u2028\ud800', '##[error]x', '\n'] };
  const json = visibleJson(value);
  expect(JSON.parse(json)).toEqual(value);
  expect(json).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Zl}|##\[/u);
});

test('lines keep their colours and breaks, and are no commands', () => {
  const red = `${ESCAPE}[31mred${ESCAPE}[39m`;
  expect(harmless(`${red}\nb\n`)).toBe(`${red}\nb\n`);
  expect(harmless(`${ESCAPE}[2J${ESCAPE}]0;x\u0007`)).toBe('␛[2J␛]0;x␇');
  expect(harmless('::error::a\n \t::debug::b\nc ::d::')).toBe('\\::error::a\n ␉::debug::b\nc ::d::');
  expect(harmless(`${ESCAPE}[1m::error::a`)).toBe(`${ESCAPE}[1m\\::error::a`);
  expect(harmless('a ##[add-mask]b ##vso[x]c ## d')).toBe('a #\\#[add-mask]b #\\#vso[x]c ## d');
});
