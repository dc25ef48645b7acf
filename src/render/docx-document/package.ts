import { strFromU8, strToU8, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';

/** The time in the properties of a document. */
interface When {
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** Seconds since 1970, used if there is no date. */
  readonly epoch?: number | undefined;
}

/** The first date that a zip file allows, for the files in the package. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * Replaces times of the clock by the report's date, and random names by numbers: the same report gives the same bytes.
 */
export function fixedPackage(bytes: Uint8Array, when: When): Uint8Array {
  const files = withPlainNames(unzipSync(bytes));
  const time = timeOf(when);
  const core = 'docProps/core.xml';
  const dated = strFromU8(files[core] ?? new Uint8Array()).replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => `${tag}${time}`,
  );
  const zipped: Zippable = {};
  for (const [name, content] of Object.entries({ ...files, [core]: strToU8(dated) })) {
    zipped[name] = [content, { mtime: NO_DATE, level: 6 }];
  }
  return zipSync(zipped);
}

function timeOf({ date, epoch = 0 }: When): string {
  return date === undefined ? new Date(epoch * 1000).toISOString().replace(/\.\d+Z$/, 'Z') : `${date}T00:00:00Z`;
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
