import { UserError } from '../diagnostics/user-error.ts';
import type { PageKind } from './safety/allowed-html.ts';
import { placeOf } from './template-places.ts';
import { SHOWN, type TemplateFiles } from './template-sources.ts';

/**
 * Throws a UserError if a page or fragment contains anything that a user's template must not add: scripts, external files,
 * and what is not known to be harmless. The error gives the places in the template's files and what to write instead. The
 * parser for this check is loaded only if there are such files.
 */
export async function refuseUnsafe(html: string, kind: PageKind, files: TemplateFiles | undefined): Promise<void> {
  if (!files) return;
  const { faultsIn } = await import('./safety/faults.ts');
  const faults = faultsIn(html, kind, SHOWN);
  const [first] = faults;
  if (!first) return;
  const main = kind === 'page' ? 'report.hbs' : 'fragment.hbs';
  const places = faults.map(({ source }) => placeOf(source, files) ?? files.pathOf(main));
  const lines = (language: 'zh' | 'en') =>
    [...new Set(faults.map(({ message }, index) => `${places[index]} ${message[language]}`))].join('\n');
  throw new UserError(
    {
      zh: `模板里有不能用的内容：\n${lines('zh')}`,
      en: `The template contains something that is not allowed:\n${lines('en')}`,
    },
    first.hint,
  );
}
