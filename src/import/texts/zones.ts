import { SECTION_KEYS } from '../../form/section-keys.ts';
import type { FormDef } from '../../form/types.ts';
import type { Sections } from './find-sections.ts';
import { type OtherTable, type PublishedLine, type PublishedPiece, textLine } from './pieces.ts';

/** Where a piece of prose belongs: `preface`, `overview`, `applications.text_above`, or between the parts of a table. */
export type Zone = string;

/** Between the parts of one table: no prose. */
export const BETWEEN: Zone = 'between';

/** The prose of each zone, in order. */
export type Zones = ReadonlyMap<Zone, readonly (PublishedLine | OtherTable)[]>;

/** Sorts the pieces from `start` to before `end` by zone. `skip` has those that have their place elsewhere. */
export function zonesOf(
  pieces: readonly PublishedPiece[],
  { headings, tables, contents }: Sections,
  { form, start, end, skip }: { form: FormDef; start: number; end: number; skip: ReadonlySet<number> },
): Zones {
  const byPlace = new Map(headings.flatMap((heading) => (heading ? [[heading.at, heading] as const] : [])));
  const isTable = (section: number) => form.tables.some(({ key }) => key === SECTION_KEYS[section]);
  const zones = new Map<Zone, (PublishedLine | OtherTable)[]>();
  let zone = headings[0] ? 'preface' : 'opening';
  const add = (piece: PublishedLine | OtherTable) => {
    const prose = zones.get(zone);
    if (prose) prose.push(piece);
    else zones.set(zone, [piece]);
  };
  for (let at = start; at < end; at++) {
    const piece = pieces[at];
    const heading = byPlace.get(at);
    if (!piece || (skip.has(at) && !heading) || contents.has(at)) continue;
    if (piece.kind === 'form') {
      const { last = at } = tables.get(SECTION_KEYS.indexOf(piece.table)) ?? {};
      zone = at < last ? BETWEEN : `${piece.table}.text_below`;
    } else if (heading && piece.kind === 'text') {
      const key = SECTION_KEYS[heading.section] ?? '';
      zone = isTable(heading.section) ? `${key}.text_above` : key;
      if (heading.rest !== '') add(textLine(heading.rest, piece.place));
    } else add(piece);
  }
  return zones;
}

const PREFACE = /条例|编制|本报告|本年度报告|统计期限|现(?:予以|将)?(?:公布|公开)|联系|疑问|地址|电话|邮编|格式|下载/u;

/** Without a heading of section one, the preface goes on as long as it says what a preface says. */
export function splitOpening<Prose extends PublishedLine | OtherTable>(
  opening: readonly Prose[],
): { readonly preface: readonly Prose[]; readonly overview: readonly Prose[] } {
  const end = opening.findIndex((piece) => piece.kind === 'grid' || !PREFACE.test(piece.text));
  return end < 0
    ? { preface: opening, overview: [] }
    : { preface: opening.slice(0, end), overview: opening.slice(end) };
}
