import { say } from '../../diagnostics/text.ts';
import type { Slip } from './slip.ts';

/** Up to as many lines with the same slip are told one by one. */
const ONE_BY_ONE = 3;

/** The slips to tell: of many lines with the same slip only the first, with the number of the others. */
export function inGroups(slips: readonly Slip[]): Slip[] {
  const ordered = [...slips].sort((a, b) => a.start - b.start);
  const sizes = new Map<string, number>();
  for (const { group } of ordered) if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const told = new Set<string>();
  return ordered.flatMap((slip) => {
    const { group } = slip;
    const size = group === undefined ? 0 : (sizes.get(group) ?? 0);
    if (group === undefined || size <= (group.startsWith('indent') ? 1 : ONE_BY_ONE)) return [slip];
    if (told.has(group)) return [];
    told.add(group);
    const { message } = slip.message;
    const more = say(
      `${message.zh}；下面还有 ${size - 1} 处也是`,
      `${message.en}; so it is in ${size - 1} more places below`,
    );
    return [{ ...slip, message: { ...slip.message, message: more } }];
  });
}
