import { asciiOf, ODD_SPACES, UNSEEN } from '../characters.ts';
import type { Key } from './key.ts';
import type { Piece } from './slip.ts';

const UNSEEN_AFTER = new RegExp(`[${ODD_SPACES.replace('\\t', '')}${UNSEEN}][\\s${UNSEEN}]{0,20}`, 'uy');
const UNSEEN_IN = new RegExp(`[${ODD_SPACES}${UNSEEN}]`, 'u');

/** What is wrong with a key, its colon and the space after it. */
export function keyPieces(text: string, key: Key, inFlow: boolean): Piece[] {
  const { word, start, end, colon, quoted } = key;
  const pieces: Piece[] = [];
  const written = text.slice(start, end);
  const unseen = UNSEEN_IN.exec(text.slice(start, colon))?.[0];
  const straight = quoted && written === `"${word}"`;
  if (unseen !== undefined) pieces.push({ kind: 'unseen', sign: unseen, start, end: colon, text: word });
  else if (quoted && !straight) pieces.push({ kind: 'quote', sign: word, start, end: colon, text: word });
  else if (!quoted && written !== word) pieces.push({ kind: 'wide', sign: written, start, end: colon, text: word });
  const after = text[colon + 1] ?? '\n';
  const sign = text[colon] ?? '';
  UNSEEN_AFTER.lastIndex = colon + 1;
  const odd = UNSEEN_AFTER.exec(text)?.[0] ?? '';
  const ending = /[\s#]/.test(text[colon + 1 + odd.length] ?? '\n') && odd === '';
  if (asciiOf(sign)) {
    pieces.push({ kind: 'wide', sign, start: colon, end: colon + 1 + odd.length, text: ending ? ':' : ': ' });
  } else if (odd) {
    pieces.push({ kind: 'unseen', sign: odd[0] ?? '', start: colon + 1, end: colon + 1 + odd.length, text: ' ' });
  } else if (!/[\s]/.test(after) && !straight && !(inFlow && /[,}\]]/.test(after))) {
    pieces.push({ kind: 'space', sign: word, start: colon + 1, end: colon + 1, text: ' ' });
  }
  return pieces;
}
