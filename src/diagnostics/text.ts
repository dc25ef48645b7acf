/** The languages of all messages. */
export type Language = 'zh' | 'en';

/** A message in both languages. */
export type Text = Readonly<Record<Language, string>>;

export const say = (zh: string, en: string): Text => ({ zh, en });
