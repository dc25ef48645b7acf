import type { RuleInfo } from '../diagnostics/rule.ts';
import type { Language, Text } from '../diagnostics/text.ts';

const WORDS = {
  source: { zh: '依据：', en: 'Source: ' },
  formula: { zh: '公式：', en: 'Formula: ' },
  previous: { zh: '上年报告：', en: "Last year's report:" },
  good: { zh: '正确：', en: 'Good:' },
  bad: { zh: '错误：', en: 'Bad:' },
} as const satisfies Record<string, Text>;

/** A rule as a `reportingDescriptor` of SARIF. */
export const sarifRule = (rule: RuleInfo, level: string, language: Language) => ({
  id: rule.id,
  name: pascalCase(rule.id),
  shortDescription: { text: rule.title[language] },
  fullDescription: { text: rule.why[language] },
  help: {
    text: help(rule, language, (yaml) => yaml),
    markdown: help(rule, language, (yaml) => `\`\`\`yaml\n${yaml}\n\`\`\``),
  },
  defaultConfiguration: { ...(rule.off && { enabled: false }), level },
  properties: { tags: tagsOf(rule) },
});

const pascalCase = (id: string): string =>
  id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

function help({ why, source, formula, example }: RuleInfo, language: Language, block: (yaml: string) => string) {
  const { good, bad, previous } = example;
  return [
    why[language],
    ...(formula ? [WORDS.formula[language] + formula[language]] : []),
    WORDS.source[language] + source[language],
    ...(previous === undefined ? [] : [WORDS.previous[language], block(previous.trim())]),
    WORDS.good[language],
    block(good.trim()),
    WORDS.bad[language],
    block(bad.trim()),
  ].join('\n\n');
}

const tagsOf = ({ fixed, off, example }: RuleInfo): string[] => [
  'open-government-information',
  ...(example.previous === undefined ? [] : ['year-over-year']),
  ...(fixed ? ['cannot-be-waived'] : []),
  ...(off ? ['off-by-default'] : []),
];
