/** The bundled fonts: 宋体 for the text, 黑体 and 楷体 for headings, a heavy 宋体 for the title. */
export type FamilyId = 'song' | 'hei' | 'kai' | 'title';

export interface Family {
  readonly id: FamilyId;
  /** Its name in CSS and in the PDF. The name is our own, so that an installed font is never used by mistake. */
  readonly css: string;
  readonly label: string;
  /** The typeface and weight. */
  readonly typeface: string;
  readonly package: string;
  /** Path of the complete font, relative to the package. */
  readonly file: string;
  readonly licence: string;
}

/**
 * The bundled fonts in fallback order.
 *
 * All have TrueType outlines, because Chrome embeds CFF and variable fonts as Type 3.
 * 黑体 has the weight Medium: next to 宋体 Regular it stands out as in official documents. Bold fills in dense
 * characters such as 情 and 履 at 16 pt, and Regular is hardly darker than the text. The title of official documents is in
 * 小标宋, which may not be distributed: 宋体 Bold is close to it.
 */
export const FAMILIES: readonly Family[] = [
  {
    id: 'song',
    css: 'OGI Song',
    label: '宋体',
    typeface: 'Noto Serif SC Regular',
    package: '@expo-google-fonts/noto-serif-sc',
    file: '400Regular/NotoSerifSC_400Regular.ttf',
    licence: 'OFL-1.1',
  },
  {
    id: 'hei',
    css: 'OGI Hei',
    label: '黑体',
    typeface: 'Noto Sans SC Medium',
    package: '@expo-google-fonts/noto-sans-sc',
    file: '500Medium/NotoSansSC_500Medium.ttf',
    licence: 'OFL-1.1',
  },
  {
    id: 'kai',
    css: 'OGI Kai',
    label: '楷体',
    typeface: 'LXGW WenKai Regular',
    package: '@fontsource/lxgw-wenkai',
    file: 'files/lxgw-wenkai-latin-500-normal.woff',
    licence: 'OFL-1.1',
  },
  {
    id: 'title',
    css: 'OGI Title',
    label: '标题',
    typeface: 'Noto Serif SC Bold',
    package: '@expo-google-fonts/noto-serif-sc',
    file: '700Bold/NotoSerifSC_700Bold.ttf',
    licence: 'OFL-1.1',
  },
];
