/** The languages every message exists in. */
export type Language = 'zh' | 'en';

/** A message in both languages; the compiler demands both. */
export type Text = Readonly<Record<Language, string>>;
