import { OFFICIAL } from '../../fonts/installed.ts';

/** What a run of text is set in, by its place in the document. */
export type FaceId = 'title' | 'text' | 'hei' | 'kai' | 'table';

interface Face {
  /** The name in Word and WPS, as in official documents. */
  readonly name: string;
  /** Names to look for where the face is missing, best first. The last one is part of Chinese Windows. */
  readonly others: readonly string[];
  readonly panose: string;
  readonly family: 'auto' | 'modern' | 'script';
  readonly pitch: 'fixed' | 'variable';
  /** The Unicode ranges and code pages that the font says it has. */
  readonly ranges: readonly [string, string, string, string];
}

const GB2312 = ['00000001', '080E0000', '00000010', '00040000'] as const;
const WINDOWS = ['800002BF', '38CF7CFA', '00000016', '00040001'] as const;

/**
 * The faces of GB/T 9704-2012: 小标宋 for the title, 仿宋 for the text, 黑体 and 楷体 for headings; 宋体 for tables and page
 * numbers. Latin letters and digits are in the same face.
 */
const FACES: Readonly<Record<FaceId, Face>> = {
  title: {
    name: OFFICIAL.title,
    others: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体'],
    panose: '03000509000000000000',
    family: 'script',
    pitch: 'fixed',
    ranges: GB2312,
  },
  text: {
    name: OFFICIAL.song,
    others: ['仿宋', 'FangSong'],
    panose: '02010609030101010101',
    family: 'modern',
    pitch: 'fixed',
    ranges: GB2312,
  },
  hei: {
    name: OFFICIAL.hei,
    others: ['SimHei'],
    panose: '02010609060101010101',
    family: 'modern',
    pitch: 'fixed',
    ranges: WINDOWS,
  },
  kai: {
    name: OFFICIAL.kai,
    others: ['楷体', 'KaiTi'],
    panose: '02010609030101010101',
    family: 'modern',
    pitch: 'fixed',
    ranges: GB2312,
  },
  table: {
    name: '宋体',
    others: ['SimSun'],
    panose: '02010600030101010101',
    family: 'auto',
    pitch: 'variable',
    ranges: ['00000203', '288F0000', '00000016', '00040001'],
  },
};

/** The face of a run. The hint makes Word take quotation marks and dashes for Chinese ones. */
export function fontOf(id: FaceId) {
  const { name } = FACES[id];
  return { hint: 'eastAsia', ascii: name, hAnsi: name, eastAsia: name, cs: name } as const;
}

/** The same as `fontOf`, in XML. */
export const fontXml = (id: FaceId): string =>
  `<w:rFonts ${Object.entries(fontOf(id))
    .map(([key, value]) => `w:${key}="${value}"`)
    .join(' ')}/>`;

const fontEntry = ({ name, others, panose, family, pitch, ranges: [usb0, usb1, usb2, csb0] }: Face): string =>
  `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/>` +
  `<w:family w:val="${family}"/><w:pitch w:val="${pitch}"/><w:sig w:usb0="${usb0}" w:usb1="${usb1}" w:usb2="${usb2}" ` +
  `w:usb3="00000000" w:csb0="${csb0}" w:csb1="00000000"/></w:font>`;

/** `word/fontTable.xml`: where a face is not installed, Word and WPS take another one of its kind. */
export const FONT_TABLE: string =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `${Object.values(FACES).map(fontEntry).join('')}</w:fonts>`;
