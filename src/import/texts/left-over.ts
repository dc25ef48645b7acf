import type { Unplaced } from '../reading.ts';
import { furnitureOf, isMenuEntry } from './furniture.ts';
import { rowsOf } from './markdown.ts';
import type { PublishedPiece } from './pieces.ts';

/** Pieces that are neither prose nor the source of a fact. `isPage` tells those that belong to the page, whatever they say. */
export const unplaced = (pieces: readonly PublishedPiece[], isPage: (piece: PublishedPiece) => boolean): Unplaced[] =>
  pieces.flatMap((piece): Unplaced[] => {
    if (piece.kind === 'form') return [];
    const text = piece.kind === 'grid' ? rowsOf(piece.grid) : piece.text;
    const isFurniture = isPage(piece) || (piece.kind === 'text' && isFurnitureByWords(piece));
    return [{ text, place: piece.place, ...(isFurniture && { furniture: true as const }) }];
  });

const isFurnitureByWords = (line: Parameters<typeof furnitureOf>[0]): boolean =>
  furnitureOf(line) !== undefined || isMenuEntry(line);

/** Each text of the page once: menus and page headers come again and again. */
export function withoutRepeats(all: readonly Unplaced[]): Unplaced[] {
  const seen = new Set<string>();
  return all.filter(({ text, furniture }) => {
    const isNew = !furniture || !seen.has(text);
    if (furniture) seen.add(text);
    return isNew;
  });
}
