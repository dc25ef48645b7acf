/** The languages of all messages. */
export type Language = 'zh' | 'en';

/** A message in both languages. */
export type Text = Readonly<Record<Language, string>>;

export const say = (zh: string, en: string): Text => ({ zh, en });

/** `1 report`, `2 reports`: for English messages. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
