import { RULE_GROUPS } from '../src/check/rule-list.ts';
import { EDITIONS } from '../src/form/editions.ts';
import { cellsPage } from './cells-page.ts';
import { commandsPage } from './commands-page.ts';
import { glossaryPage } from './glossary-page.ts';
import { pdfPointsPage } from './pdf-points-page.ts';
import { rulesPage } from './rules-page.ts';

/** The generated pages of docs/, by path. They are committed; a test fails if they are out of date. */
export function pages(): Record<string, string> {
  return {
    'docs/rules.md': rulesPage(RULE_GROUPS, 'en'),
    'docs/rules.zh-CN.md': rulesPage(RULE_GROUPS, 'zh'),
    'docs/commands.md': commandsPage('en'),
    'docs/commands.zh-CN.md': commandsPage('zh'),
    'docs/cells.md': cellsPage(EDITIONS, 'en'),
    'docs/cells.zh-CN.md': cellsPage(EDITIONS, 'zh'),
    'docs/pdf-points.md': pdfPointsPage('en'),
    'docs/pdf-points.zh-CN.md': pdfPointsPage('zh'),
    'docs/glossary.md': glossaryPage(EDITIONS, 'en'),
    'docs/glossary.zh-CN.md': glossaryPage(EDITIONS, 'zh'),
  };
}
