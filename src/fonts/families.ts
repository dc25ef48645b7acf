/** The faces that come with the tool: 宋体 for the text, 黑体 and 楷体 for headings. */
export type FamilyId = 'song' | 'hei' | 'kai';

export interface Family {
  readonly id: FamilyId;
  /** The name that CSS and the PDF know it by: ours, so that an installed font of the same name is never taken. */
  readonly css: string;
  readonly label: string;
  /** The typeface and weight. */
  readonly typeface: string;
  readonly package: string;
  /** The whole font, relative to the package. */
  readonly file: string;
  readonly licence: string;
}

/**
 * In the order in which one stands in for another.
 *
 * All have TrueType outlines, since Chrome embeds CFF and variable fonts as Type 3.
 * 黑体 is the Medium: next to 宋体 Regular it stands out as 黑体 does in official documents; the Bold clots dense
 * characters such as 情 and 履 at 16 pt, the Regular is hardly darker than the text.
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
];
