import { UserError } from './user-error.ts';

/** Returns a parser for a whole number of an option, which throws a UserError for anything else; `example` goes into its hint. */
export const countFrom =
  (least: number, most: number, example: string) =>
  (written: string): number => {
    const count = /^-?[0-9]{1,9}$/u.test(written) ? Number(written) : Number.NaN;
    if (count >= least && count <= most) return count;
    const [zh, en] = Number.isNaN(count)
      ? [`“${written}”不是整数`, `"${written}" is not a whole number`]
      : [`${written} 不在 ${least} 到 ${most} 之间`, `${written} is not between ${least} and ${most}`];
    throw new UserError({ zh, en }, { zh: `例如 ${example}`, en: `For example: ${example}` });
  };
