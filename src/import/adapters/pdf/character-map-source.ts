import { maps } from './character-maps.js';

/** Gives pdf.js the maps of Chinese encodings. Fonts and programs, which it would also ask for, are not there. */
export class CharacterMaps {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const map = maps[filename];
    if (map === undefined) throw new Error(`no ${filename}`);
    return Uint8Array.from(Buffer.from(map, 'base64'));
  }
}
