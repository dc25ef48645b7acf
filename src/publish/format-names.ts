import { UserError } from '../diagnostics/user-error.ts';
import { FORMATS } from '../render/formats.ts';

/** The format names without repetition, in the given order. Throws a UserError for an unknown name, or if there are none. */
export function formatsNamed(list: readonly string[]): string[] {
  const names = [...new Set(list.map((name) => name.trim()))].filter((name) => name !== '');
  const known = Object.keys(FORMATS);
  const unknown = names.find((name) => !Object.hasOwn(FORMATS, name));
  if (unknown === undefined && names.length > 0) return names;
  const written = unknown ?? list.join(',');
  throw new UserError(
    { zh: `没有“${written}”这种格式`, en: `There is no format "${written}"` },
    { zh: `可以是：${known.join('、')}，用逗号隔开`, en: `Formats, separated by commas: ${known.join(', ')}` },
  );
}
