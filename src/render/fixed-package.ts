import { type Unzipped, type Zippable, zipSync } from 'fflate';

/** The time in the properties of a document. */
export interface When {
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** Seconds since 1970, used if there is no date. */
  readonly epoch?: number | undefined;
}

/** The first date that a zip file allows, for the files in the package. */
const NO_DATE = new Date(1980, 0, 1);

/** The report's date as the time in the properties of a document, instead of the clock's. */
export function timeOf({ date, epoch = 0 }: When): string {
  return date === undefined ? new Date(epoch * 1000).toISOString().replace(/\.\d+Z$/, 'Z') : `${date}T00:00:00Z`;
}

/** Zips files without their times: the same files give the same bytes. */
export function zippedWithoutTimes(files: Unzipped): Uint8Array {
  const zipped: Zippable = {};
  for (const [name, content] of Object.entries(files)) zipped[name] = [content, { mtime: NO_DATE, level: 6 }];
  return zipSync(zipped);
}
