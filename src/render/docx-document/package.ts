import { strFromU8, strToU8, type Unzipped, unzipSync } from 'fflate';
import { timeOf, type When, zippedWithoutTimes } from '../fixed-package.ts';
import { FONT_TABLE } from './faces.ts';
import { withData } from './receipt.ts';
import { SETTINGS } from './settings.ts';

/** Parts that the library writes without what Word and WPS need; they are the same in every document. */
const OWN_PARTS = { 'word/fontTable.xml': strToU8(FONT_TABLE), 'word/settings.xml': strToU8(SETTINGS) };

/**
 * Adds the parts of our own and the data of the report. Replaces times of the clock by the report's date, and random names by
 * numbers: the same report gives the same bytes.
 */
export function fixedPackage(bytes: Uint8Array, data: string, when: When): Uint8Array {
  const files = withData(withPlainNames(unzipSync(bytes)), data);
  const time = timeOf(when);
  const core = 'docProps/core.xml';
  const dated = strFromU8(files[core] ?? new Uint8Array()).replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => `${tag}${time}`,
  );
  return zippedWithoutTimes({ ...files, ...OWN_PARTS, [core]: strToU8(dated) });
}

/** Replaces the random names that the library gives to links. */
function withPlainNames(files: Unzipped): Unzipped {
  const relations = 'word/_rels/document.xml.rels';
  const document = 'word/document.xml';
  const names = [...strFromU8(files[relations] ?? new Uint8Array()).matchAll(/Id="(rId[^"]*)"/g)].map(
    ([, name = '']) => name,
  );
  const random = names.filter((name) => !/^rId\d+$/.test(name));
  const plain = (text: string): string =>
    random.reduce((all, name, index) => all.replaceAll(`"${name}"`, `"link${index + 1}"`), text);
  const changed = [relations, document].map((name) => [
    name,
    strToU8(plain(strFromU8(files[name] ?? new Uint8Array()))),
  ]);
  return { ...files, ...Object.fromEntries(changed) };
}
