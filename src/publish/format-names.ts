import { UserError } from '../diagnostics/user-error.ts';
import { FORMATS, isFormat, SETS } from '../render/formats.ts';

/**
 * The format names without repetition, in the given order; `review` stands for two. Throws a UserError for an unknown
 * name, or if there are none.
 */
export function formatsNamed(list: readonly string[]): string[] {
  const written = list.map((name) => name.trim()).filter((name) => name !== '');
  const names = [...new Set(written.flatMap((name) => (Object.hasOwn(SETS, name) ? (SETS[name] ?? []) : [name])))];
  const known = [...Object.keys(FORMATS).filter((name) => !name.includes('.')), ...Object.keys(SETS)];
  const unknown = names.find((name) => !isFormat(name));
  if (unknown === undefined && names.length > 0) return names;
  const wrong = unknown ?? list.join(',');
  throw new UserError(
    { zh: `没有“${wrong}”这种格式`, en: `There is no format "${wrong}"` },
    { zh: `可以是：${known.join('、')}，用逗号隔开`, en: `Formats, separated by commas: ${known.join(', ')}` },
  );
}
