import { describe, expect, test } from 'vitest';
import {
  ASPECTS,
  type Choice,
  choicesMeant,
  KINDS,
  LEVELS,
  levelInName,
  SCOPES,
  truthMeant,
} from '../../src/form/choices.ts';

const values = (written: string, choices: readonly Choice[]) => {
  const { meant, sure } = choicesMeant(written, choices);
  return [...meant.map(({ value }) => value), ...(sure ? ['sure'] : [])];
};

describe('words that can mean one choice only', () => {
  test.each([
    ['区', LEVELS, 'county'],
    ['县（区）', LEVELS, 'county'],
    ['县级市', LEVELS, 'county'],
    ['county-level city', LEVELS, 'county'],
    ['County', LEVELS, 'county'],
    ['地级市', LEVELS, 'city'],
    ['自治区', LEVELS, 'province'],
    ['街道', LEVELS, 'township'],
    ['部门', KINDS, 'department'],
    ['镇政府', KINDS, 'government'],
    ['街道办事处', KINDS, 'dispatched'],
    ['本机关', SCOPES, 'own'],
    ['依申请公开', ASPECTS, 'on_request'],
    ['on-request', ASPECTS, 'on_request'],
    ['政府信息公开平台建设', ASPECTS, 'platforms'],
  ])('%s', (written, choices, value) => expect(values(written, choices)).toEqual([value, 'sure']));
});

test.each([
  ['市', LEVELS, ['city', 'county']],
  ['教育局', KINDS, ['department']],
  ['办公室', KINDS, ['office']],
  ['其他', LEVELS, []],
  ['', LEVELS, []],
])('%s is not sure', (written, choices, likely) => expect(values(written, choices)).toEqual(likely));

test('every choice is found by its own words', () => {
  for (const choices of [LEVELS, KINDS, SCOPES, ASPECTS]) {
    for (const { value, label, words = [] } of choices) {
      for (const word of [value, ...label.split(/[：、]/u), ...words]) {
        expect.soft(values(word, choices), word).toEqual([value, 'sure']);
      }
    }
  }
});

test.each([
  ['临江市云阳区教育局', 'county'],
  ['清溪县市场监督管理局', 'county'],
  ['清溪县城乡建设局', 'county'],
  ['浙江省教育厅', 'province'],
  ['清溪县石桥镇人民政府', 'township'],
  ['温州市人力资源和社会保障局', undefined],
  ['温州经济技术开发区管理委员会', undefined],
  ['国家税务总局', undefined],
  ['', undefined],
])('the level in the name %s', (name, level) => expect(levelInName(name)).toBe(level));

test.each([
  ['是', true],
  ['Yes', true],
  ['否', false],
  ['0', false],
  ['海关', undefined],
])('%s', (written, truth) => expect(truthMeant(written)).toBe(truth));
