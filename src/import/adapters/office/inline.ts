import { markdownOf, type Run } from './markdown.ts';

/** The text of a paragraph, and as Markdown if that differs. */
export function inlineText(runs: readonly Run[]): { text: string; markdown?: string } {
  const text = tidy(runs.map((run) => run.text).join(''));
  const markdown = tidy(markdownOf(runs));
  return markdown === text ? { text } : { text, markdown };
}

/** One space for runs of white space, none at the ends of lines. */
export const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();
