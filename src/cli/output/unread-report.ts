import { shellWord } from '../../diagnostics/shell-word.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { CheckedFile } from '../../workspace/check-files.ts';

/**
 * Why a file cannot be read as a report. What is no text, such as a published file that was refused, has one reason and its
 * advice; for YAML, `report validate` shows the lines. `name` is shown for the file.
 */
export function unreadReport(
  name: string,
  { source, diagnostics }: Pick<CheckedFile, 'source' | 'diagnostics'>,
): UserError {
  const [why] = diagnostics;
  const own = source.document === undefined ? why?.hint : undefined;
  return new UserError(
    {
      zh: `${name} 读不出报告${why ? `：${why.message.zh}` : ''}`,
      en: `${name} cannot be read as a report${why ? `: ${why.message.en}` : ''}`,
    },
    own ?? {
      zh: `用 report validate ${shellWord(name)} 看哪里不对`,
      en: `report validate ${shellWord(name)} shows what is wrong`,
    },
  );
}
