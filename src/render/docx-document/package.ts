import { strFromU8, strToU8, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';

/** What stands for the time a report was made. */
interface When {
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** Seconds since 1970, where there is no date. */
  readonly epoch?: number | undefined;
}

/** The first day that a zip can name: the files in the package have no date of their own. */
const NO_DATE = new Date(1980, 0, 1);

/** A package of Word with the report's date in the place of the clock, and names that count: the same bytes for the same report. */
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

/** The library gives links random names. */
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
