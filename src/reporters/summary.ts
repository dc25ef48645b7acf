import type { Severity } from '../diagnostics/diagnostic.ts';
import { countFindings, type Problem, type RunResult } from '../diagnostics/result.ts';
import { type Language, plural, type Text } from '../diagnostics/text.ts';

const NOTHING_CHECKED: Text = { zh: '没有核对任何报告', en: 'No reports were checked' };

/** The number of findings and reports as one sentence, without a leading symbol. A problem with a report counts it, too. */
export function summarize(
  results: RunResult,
  language: Language,
  verbose: boolean,
  problems: readonly Problem[] = [],
): string {
  const failed = new Set(problems.flatMap(({ file }) => file ?? []));
  const all = new Set([...results.map(({ file }) => file), ...failed]).size;
  if (all === 0) return NOTHING_CHECKED[language];
  const { errors, warnings, infos } = countFindings(results);
  const shownInfos = verbose ? infos : 0;
  const reports = { zh: `${all} 份报告`, en: plural(all, 'report') }[language] + failedPart(failed.size, all, language);
  const aside = waivedPart(results, language) + otherProblems(problems, language);
  if (failed.size === all) return reports + aside;
  if (errors + warnings + shownInfos === 0) {
    const rest = failed.size > 0 ? { zh: '，其余没有发现问题', en: ', nothing found in the others' } : NOTHING_FOUND;
    return reports + rest[language] + aside;
  }
  const counts = [
    { zh: `${errors} 个错误`, en: plural(errors, 'error') }[language] + consequencePart(results, 'error', language),
    { zh: `${warnings} 个警告`, en: plural(warnings, 'warning') }[language] +
      consequencePart(results, 'warning', language),
    ...(shownInfos > 0 ? [{ zh: `${shownInfos} 个提示`, en: plural(shownInfos, 'note') }[language]] : []),
  ];
  return { zh: `${reports}：${counts.join('，')}${aside}`, en: `${reports}: ${counts.join(', ')}${aside}` }[language];
}

const NOTHING_FOUND: Text = { zh: '，没有发现问题', en: ', nothing found' };

function failedPart(failed: number, all: number, language: Language): string {
  if (failed === 0) return '';
  if (failed === all) return { zh: '，都没有做成', en: all === 1 ? ', not done' : ', none of them done' }[language];
  return { zh: `，其中 ${failed} 份没有做成`, en: `, ${failed} of them not done` }[language];
}

/** Problems that are not about one of the reports: what could not be found or read, or settings with a mistake. */
function otherProblems(problems: readonly Problem[], language: Language): string {
  const count = problems.filter(({ file }) => file === undefined).length;
  if (count === 0) return '';
  return { zh: `；另有 ${count} 处没有核对成`, en: `; ${count} more could not be checked` }[language];
}

function consequencePart(results: RunResult, severity: Severity, language: Language): string {
  const all = results.flatMap(({ diagnostics }) => diagnostics);
  const count = all.filter((one) => one.severity === severity && one.cause !== undefined).length;
  if (count === 0) return '';
  return {
    zh: `（其中 ${count} 个是后果）`,
    en: ` (${count} of them ${count === 1 ? 'a consequence' : 'consequences'})`,
  }[language];
}

function waivedPart(results: RunResult, language: Language): string {
  const all = results.flatMap(({ waived }) => waived);
  const [waivers, baseline] = (['waiver', 'baseline'] as const).map((by) => all.filter((one) => one.by === by).length);
  const parts = [
    ...(waivers ? [{ zh: `${waivers} 处已豁免`, en: `${waivers} waived` }[language]] : []),
    ...(baseline ? [{ zh: `${baseline} 处在基线中`, en: `${baseline} in the baseline` }[language]] : []),
  ];
  if (parts.length === 0) return '';
  return { zh: `；另有 ${parts.join('，')}`, en: `; also ${parts.join(', ')}` }[language];
}
