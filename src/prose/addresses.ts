import { escapeMarkup } from '../writing/markup.ts';

/** Web addresses, e-mail addresses and telephone numbers in prose: how they break at the end of a line. */

const WEB = String.raw`(?:https?:\/\/|www\.|(?:[\w-]{1,63}\.){1,8}(?:cn|com|net|org)(?![\w@.-]))[!-;=?-~]*`;
const E_MAIL = String.raw`[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+`;
/** Only with a dash or brackets: digits alone never break. */
const PHONE = String.raw`(?<![\d-])(?:[（(]0\d{2,3}[）)] ?\d{7,8}|(?:0\d{2,3}|[48]00|1\d\d-\d{4})(?:[-－–—]\d{3,8}){1,2})(?:[-－–—]\d{1,5})?(?![\d-])`;
const ADDRESS = new RegExp(`(${E_MAIL}|${WEB}|${PHONE})`);

/** Characters; a longer e-mail address breaks. */
const SHORT = 24;
/** Behind / and before other marks, so that a full stop or a hyphen does not seem to end the line. */
const PLACES = /(?<=[^:/]\/)(?=.)|(?<=:\/\/)|(?=\.(?!cn\b)|[?&#%])|(?<=\w)(?=[-_=~])/;
/** In a word without marks. */
const LONG_WORD = /.{1,10}/gsu;

/** Escapes a text. Addresses in it are marked, with `<wbr>` where they may break; a number or short address has none. */
export const withAddresses = (text: string): string =>
  text
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? addressHtml(part) : escapeMarkup(part)))
    .join('');

function addressHtml(address: string): string {
  const pieces = isWhole(address) ? [address] : address.split(PLACES).flatMap(cutLongWord);
  return `<span class="address">${pieces.map(escapeMarkup).join('<wbr>')}</span>`;
}

const isWhole = (address: string): boolean =>
  address.length <= SHORT && (address.includes('@') || !/[a-z]/iu.test(address));

const cutLongWord = (word: string): string[] => (word.length < 20 ? [word] : (word.match(LONG_WORD) ?? []));
