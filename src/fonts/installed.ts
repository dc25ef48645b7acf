import type { FamilyId } from './families.ts';

/** The typeface of official documents in place of each family. */
export const OFFICIAL = {
  title: '方正小标宋简体',
  song: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
} as const satisfies Readonly<Record<FamilyId, string>>;

/**
 * The typefaces of official documents, by the names they are installed under. None of them may be distributed with the tool.
 * Later names in a list are the same typeface from another maker, or a newer name of it.
 */
export const INSTALLED: Readonly<Record<FamilyId, readonly string[]>> = {
  title: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05', '方正小标宋简体', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong'],
  song: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '仿宋',
    'FangSong',
    '方正仿宋_GBK',
    'FZFangSong-Z02',
    '华文仿宋',
    'STFangsong',
  ],
  hei: ['黑体', 'SimHei', '方正黑体_GBK', 'FZHei-B01', '华文黑体', 'STHeiti'],
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '方正楷体_GBK', 'FZKai-Z03', '华文楷体', 'STKaiti'],
};
