import type { Language } from '../../../diagnostics/text.ts';
import type { ReportDiff } from '../../../diff/types.ts';
import { cellTable, factTable, findingItems, sentenceItems } from './changes.ts';
import { type DiffDocument, type DiffSection, type DiffView, sizeOf } from './document.ts';
import { carriedTable, documentTable, growthTable } from './years.ts';

/** `view` is how two years are shown; everything else is a list. */
export function diffDocument(diff: ReportDiff, view: DiffView | undefined, language: Language): DiffDocument {
  const isList = view === 'list' || diff.view === 'versions';
  const sections = isList ? changes(diff, language, false) : years(diff, language);
  return {
    title: titleOf(diff, language),
    summary: summaryOf(diff, language),
    notes: diff.notes.map(({ text }) => text[language]),
    sections: sections.filter(({ content }) => sizeOf(content) > 0),
  };
}

function titleOf({ before, after }: ReportDiff, language: Language): string {
  const named = before.agency === after.agency ? after.agency : `${before.agency} → ${after.agency}`;
  const year = before.year === after.year ? `${after.year ?? ''}` : `${before.year ?? '?'} → ${after.year ?? '?'}`;
  return language === 'zh'
    ? `${named}${year && ` ${year} 年`}：${before.file} → ${after.file}`
    : `${named}${year && ` ${year}`}: ${before.file} → ${after.file}`;
}

function summaryOf(diff: ReportDiff, language: Language): string {
  const { cells, facts, sentences, findings, typography, kept } = diff;
  const { broken, cleared } = findings;
  if (diff.isSame && typography === 0) return say(language, '没有差别。', 'No differences.');
  const zh = [
    `不同：单元格 ${cells.length} 个，机关、日期等 ${facts.length} 项，句子 ${sentences.length} 句（相同 ${kept} 句）`,
    `新出现的问题 ${broken.length} 个，消除的 ${cleared.length} 个`,
    ...(typography > 0 ? [`另有 ${typography} 句只有空格、标点写法不同，不算`] : []),
  ];
  const en = [
    `Different: cells ${cells.length}, facts ${facts.length}, sentences ${sentences.length} (the same: ${kept})`,
    `new findings ${broken.length}, cleared ${cleared.length}`,
    ...(typography > 0 ? [`sentences that differ only in spaces or punctuation, not counted: ${typography}`] : []),
  ];
  return language === 'zh' ? `${zh.join('；')}。` : `${en.join('; ')}.`;
}

const say = (language: Language, zh: string, en: string): string => (language === 'zh' ? zh : en);

function changes(diff: ReportDiff, language: Language, isFolded: boolean): DiffSection[] {
  const { cells, facts, sentences, findings } = diff;
  return [
    { title: say(language, '单元格', 'Cells'), isFolded, content: cellTable(cells, language) },
    {
      title: say(language, '机关、日期和其他', 'Agency, dates and others'),
      isFolded,
      content: factTable(facts, language),
    },
    { title: say(language, '正文', 'Prose'), isFolded, content: sentenceItems(sentences, language) },
    {
      title: say(language, '新出现的问题', 'New findings'),
      isFolded,
      content: findingItems(findings.broken, language),
    },
    {
      title: say(language, '消除的问题', 'Cleared findings'),
      isFolded,
      content: findingItems(findings.cleared, language),
    },
  ];
}

/** The facts that are expected to stay the same from year to year. */
const LASTING = /^(?:agency|period)\b/u;

function years(diff: ReportDiff, language: Language): DiffSection[] {
  const { years: found, facts } = diff;
  if (!found) return [];
  const lasting = facts.filter(({ path }) => LASTING.test(path));
  const shown = (zh: string, en: string, content: DiffSection['content']): DiffSection => ({
    title: say(language, zh, en),
    isFolded: false,
    content,
  });
  return [
    shown('结转', 'Carried forward and carried over', carriedTable(found.carried, language)),
    shown('规章、规范性文件', 'Rules and normative documents', documentTable(found.documents, language)),
    shown('主要的数', 'Main numbers', growthTable(found.growth, language)),
    shown('机关和联系方式', 'Agency and contact', factTable(lasting, language)),
    ...changes({ ...diff, facts: [] }, language, true),
  ];
}
