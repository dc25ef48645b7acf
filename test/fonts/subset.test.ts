import { describe, expect, test } from 'vitest';
import { readCoverage } from '../../src/fonts/coverage.ts';
import { FAMILIES, type FamilyId } from '../../src/fonts/families.ts';
import { memoryTaken } from '../../src/fonts/harfbuzz.ts';
import { findTable } from '../../src/fonts/sfnt.ts';
import { subsetFonts } from '../../src/fonts/subset.ts';
import { charactersOf } from './font-reader.ts';

const sentence = '政府信息公开工作年度报告（2023年），共16件。— 1 —';

describe('a subset', () => {
  test.each(FAMILIES.map(({ id }) => id))(
    'of %s is a TrueType font with the characters asked for and no others',
    async (id) => {
      const { fonts, missing } = await subsetFonts({ [id]: sentence });
      expect([...fonts.keys()]).toEqual([id]);
      expect(missing).toEqual([]);
      expect(charactersOf(font(fonts, id))).toEqual([...new Set(sentence)].sort());
      expect(() => findTable(font(fonts, id), 'glyf')).not.toThrow();
      expect(font(fonts, id).length).toBeLessThan(40_000);
    },
  );

  test('has the same bytes whatever the order and number of the characters', async () => {
    const once = await subsetFonts({ song: '公开报告', hei: '公开' });
    const again = await subsetFonts({ hei: ['公', '开公开'], song: '告报开公公' });
    expect(again.fonts.get('song')).toEqual(once.fonts.get('song'));
    expect(again.fonts.get('hei')).toEqual(once.fonts.get('hei'));
  });

  test('can be read by the reader that decides what the whole fonts cover', async () => {
    const { fonts } = await subsetFonts({ song: '公𬭼' });
    const covers = readCoverage(font(fonts, 'song'));
    expect(['公', '𬭼', '开'].map((character) => covers(character.codePointAt(0) ?? 0))).toEqual([true, true, false]);
  });

  test('is taken again and again without the memory growing', async () => {
    const request = { song: sentence, hei: sentence, kai: sentence };
    await subsetFonts(request);
    const before = await memoryTaken();
    expect(before).toBeGreaterThan(0);
    for (let count = 0; count < 100; count++) await subsetFonts(request);
    expect(await memoryTaken()).toBe(before);
  });
});

describe('a character that its family lacks', () => {
  test.each(['𬭼', '喆', '䶮', '㛃'])('%s is drawn by one of the bundled fonts', async (character) => {
    for (const id of ['song', 'hei', 'kai', 'title'] as const) {
      const { fonts, missing } = await subsetFonts({ [id]: character });
      expect(missing).toEqual([]);
      expect([...fonts.values()].flatMap(charactersOf)).toEqual([character]);
    }
  });

  test('is put into the next family that has it, also one that was not asked for', async () => {
    // Only WenKai has it.
    const { fonts, missing } = await subsetFonts({ hei: '公Ą' });
    expect(missing).toEqual([]);
    expect([...fonts].map(([id, bytes]) => [id, charactersOf(bytes)])).toEqual([
      ['hei', ['公']],
      ['kai', ['Ą']],
    ]);
  });

  test('is missing when no bundled font has it', async () => {
    const { missing } = await subsetFonts({ song: '公\u{323AF}\u{E000}', kai: '\u{E000}' });
    expect(missing).toEqual(['\u{E000}', '\u{323AF}']);
  });

  test('is not missing when nothing would be drawn for it', async () => {
    const { missing } = await subsetFonts({ song: '公\n\t\u200B\uFE0F开\u00AD' });
    expect(missing).toEqual([]);
  });
});

function font(fonts: ReadonlyMap<FamilyId, Uint8Array>, id: FamilyId): Uint8Array {
  const bytes = fonts.get(id);
  if (bytes === undefined) throw new Error(`no subset of ${id}`);
  return bytes;
}
