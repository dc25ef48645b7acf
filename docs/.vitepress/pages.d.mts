/** Chinese and English titles of a group, and its pages: file without its ending, title in Chinese, in English. */
export declare const MENU: readonly {
  readonly zh: string;
  readonly en: string;
  readonly pages: readonly (readonly [file: string, zh: string, en: string])[];
}[];
export declare const placeOf: (file: string) => string;
