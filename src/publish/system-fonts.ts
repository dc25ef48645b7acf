import type { Text } from '../diagnostics/text.ts';
import { FAMILIES, type FamilyId } from '../fonts/families.ts';
import { OFFICIAL } from '../fonts/installed.ts';
import type { InstalledFonts } from '../render/installed-fonts.ts';

/** A part of the page and the family that it is set in. */
interface Role {
  readonly id: FamilyId;
  readonly part: Text;
}

const ROLES: readonly Role[] = [
  { id: 'title', part: { zh: '标题', en: 'title' } },
  { id: 'song', part: { zh: '正文', en: 'text' } },
  { id: 'hei', part: { zh: '一级标题', en: 'headings' } },
  { id: 'kai', part: { zh: '二级标题', en: 'headings of parts' } },
];

/** The part of the page that a family is for. */
export const partOf = (id: FamilyId): Text => ROLES.find((role) => role.id === id)?.part ?? { zh: id, en: id };

/** The typeface that each part of the page has with `--system-fonts`: what was found, or what is used instead. */
function rolesText(found: InstalledFonts): Text {
  const bundled = (id: FamilyId) => FAMILIES.find((family) => family.id === id)?.typeface ?? '';
  const zh = ({ id, part }: Role) => `${part.zh} ${found[id] ?? `${bundled(id)}（自带，没有找到${OFFICIAL[id]}）`}`;
  const en = ({ id, part }: Role) =>
    `${part.en} ${found[id] ?? `${bundled(id)} (bundled; ${OFFICIAL[id]} was not found)`}`;
  return {
    zh: `用本机的字体：${ROLES.map(zh).join('；')}`,
    en: `Fonts of this machine: ${ROLES.map(en).join('; ')}`,
  };
}

/** What a build with `--system-fonts` says once: the typefaces, and where to put a font that was not found. */
export function systemFontsText(found: InstalledFonts, platform: NodeJS.Platform = process.platform): Text {
  const count = ROLES.filter(({ id }) => found[id] !== undefined).length;
  const { zh, en } = count === 0 ? NONE : rolesText(found);
  const place = count === ROLES.length ? { zh: '', en: '' } : (PLACES[platform] ?? LINUX);
  return { zh: `${zh}${place.zh}`, en: `${en}${place.en}` };
}

const typefaces = ROLES.map(({ id }) => OFFICIAL[id]);
const NONE: Text = {
  zh: `本机没有找到${typefaces.join('、')}等公文字体，用自带的字体`,
  en: `No font of official documents (${typefaces.join(', ')} and the like) was found on this machine; the bundled fonts are used`,
};

const LINUX: Text = {
  zh: '。要用没有找到的字体，把字体文件放进 ~/.local/share/fonts',
  en: '. To use one that was not found, put its file into ~/.local/share/fonts',
};
const PLACES: Partial<Record<NodeJS.Platform, Text>> = {
  darwin: {
    zh: '。要用没有找到的字体，把字体文件放进 ~/Library/Fonts',
    en: '. To use one that was not found, put its file into ~/Library/Fonts',
  },
  win32: {
    zh: '。要用没有找到的字体，右键点字体文件，选“安装”',
    en: '. To use one that was not found, right-click its file and choose Install',
  },
};
