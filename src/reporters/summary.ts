import type { Severity } from '../diagnostics/diagnostic.ts';
import { countFindings, type RunResult } from '../diagnostics/result.ts';
import { type Language, plural, type Text } from '../diagnostics/text.ts';

const NOTHING_CHECKED: Text = { zh: '没有核对任何报告', en: 'No reports were checked' };

/** The number of findings and reports as one sentence, without a leading symbol. */
export function summarize(results: RunResult, language: Language, verbose: boolean): string {
  if (results.length === 0) return NOTHING_CHECKED[language];
  const { errors, warnings, infos } = countFindings(results);
  const shownInfos = verbose ? infos : 0;
  const reports = { zh: `${results.length} 份报告`, en: plural(results.length, 'report') }[language];
  const aside = waivedPart(results, language);
  if (errors + warnings + shownInfos === 0) {
    return `${reports}${{ zh: '，没有发现问题', en: ', nothing found' }[language]}${aside}`;
  }
  const counts = [
    { zh: `${errors} 个错误`, en: plural(errors, 'error') }[language] + consequencePart(results, 'error', language),
    { zh: `${warnings} 个警告`, en: plural(warnings, 'warning') }[language] +
      consequencePart(results, 'warning', language),
    ...(shownInfos > 0 ? [{ zh: `${shownInfos} 个提示`, en: plural(shownInfos, 'note') }[language]] : []),
  ];
  return { zh: `${reports}：${counts.join('，')}${aside}`, en: `${reports}: ${counts.join(', ')}${aside}` }[language];
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
