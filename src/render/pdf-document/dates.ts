import type { Publication } from '../publication.ts';

/** The time in the properties of a document, the same on every machine. */
export interface Moment {
  /** `D:20240122000000+08'00'` */
  readonly pdf: string;
  /** `2024-01-22T00:00:00+08:00` */
  readonly iso: string;
}

/** 00:00 in Beijing on the report's date; for a draft without a date SOURCE_DATE_EPOCH, or else undefined. */
export function momentOf({ date, epoch }: Pick<Publication, 'date' | 'epoch'>): Moment | undefined {
  if (date) return { pdf: `D:${digits(date)}000000+08'00'`, iso: `${date}T00:00:00+08:00` };
  if (epoch === undefined) return undefined;
  const iso = `${new Date(epoch * 1000).toISOString().slice(0, 19)}`;
  return { pdf: `D:${digits(iso)}+00'00'`, iso: `${iso}Z` };
}

const digits = (text: string) => text.replace(/\D/g, '');
