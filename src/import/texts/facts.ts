import { CONTACT_KEYS } from '../../form/envelope-schema.ts';
import { usualTitle } from '../../form/usual-title.ts';
import type { FilePlace, PublishedDocument } from '../document.ts';
import type { ImportedFact } from '../reading.ts';
import { chooseName, kindOf, levelOf, looksLikeAgency } from './agency-name.ts';
import { squeezed } from './clean.ts';
import type { CorrectionNotice } from './closing.ts';
import { contactIn, isContactLine } from './contact.ts';
import { feeFacts } from './fee.ts';
import { firstDate, periodIn } from './found-dates.ts';
import type { PublishedLine } from './pieces.ts';
import type { ReportSurroundings } from './surroundings.ts';
import { readTitle } from './title.ts';

/** Everything that facts can be read from. */
export interface Witnesses
  extends Pick<ReportSurroundings, 'title' | 'details' | 'head' | 'signOff' | 'correction' | 'page'> {
  /** The lines of the preface, and of the last section with what is below it. */
  readonly preface: readonly PublishedLine[];
  readonly last: readonly PublishedLine[];
  readonly properties: PublishedDocument['properties'];
}

/** The facts about a report, in the order of a report file. */
export function factsOf(witnesses: Witnesses): ImportedFact[] {
  const name = nameOf(witnesses);
  const dated = publishedOf(witnesses);
  const { year, period } = yearOf(witnesses, dated);
  const isLikely = dated?.text !== witnesses.properties.date || isYearAfter(dated?.value, year?.value);
  const published = isLikely ? dated : undefined;
  return [
    ...(year ? [year] : []),
    ...(name ? [name, ...kindsOf(name), ...contactOf(witnesses, name.value)] : []),
    ...titleOf(witnesses, name?.value, year?.value),
    ...period,
    ...(published ? [published] : []),
    ...correctedOf(witnesses.correction),
    ...feeFacts(witnesses.last),
  ];
}

function fact(path: string, value: string, sure: boolean, text: string, place: FilePlace): ImportedFact {
  return { path, value, confidence: sure ? 'sure' : 'doubtful', text, place };
}

const EDITOR =
  /(?:本报告(?:系|是)?由?|由)([\p{Script=Han}()]{3,40}?)(?:根据|按照|依据|依照|组织编制|负责编制|编制|结合|公布)/u;

function nameOf({ title, details, head, signOff, preface, properties }: Witnesses): ImportedFact | undefined {
  const editor = preface.flatMap((line) => {
    const name = EDITOR.exec(squeezed(line.text))?.[1] ?? '';
    return looksLikeAgency(name) ? [{ name, text: line.text, place: line.place }] : [];
  });
  const { publisher } = details;
  const named = [
    ...(signOff?.name ? [{ name: signOff.name, text: signOff.text, place: signOff.line.place }] : []),
    ...(head.name && head.line ? [{ name: head.name, text: head.line.text, place: head.line.place }] : []),
    ...editor.slice(0, 1),
    ...(publisher ? [publisher] : []),
  ];
  const chosen = chooseName(
    title?.agency ?? '',
    named.map(({ name }) => name),
  );
  if (chosen) {
    const from = named.find(({ name }) => name === chosen.name) ?? named[0];
    const inTitle = title?.agency === chosen.name || !from;
    const [text, place] = inTitle ? [title?.text ?? '', title?.place ?? {}] : [from.text, from.place];
    return fact('agency.name', chosen.name, chosen.sure, text, place);
  }
  const other = squeezed(properties.publisher ?? '');
  return looksLikeAgency(other) ? fact('agency.name', other, false, properties.publisher ?? '', {}) : undefined;
}

function kindsOf({ value, confidence, text, place }: ImportedFact): ImportedFact[] {
  const [level, kind] = [levelOf(value), kindOf(value)];
  const isSure = confidence === 'sure';
  return [
    ...(level ? [fact('agency.level', level.level, level.sure && isSure, text, place)] : []),
    ...(kind ? [fact('agency.kind', kind, isSure, text, place)] : []),
  ];
}

function contactOf({ preface, last }: Witnesses, agency: string): ImportedFact[] {
  const isOwn = ({ text }: PublishedLine) => contactIn(text, agency).size > 0;
  const lines = preface.some(isOwn) ? [...preface, ...last.filter(({ text }) => isContactLine(text))] : last;
  const all = lines.flatMap((line) => [...contactIn(line.text, agency)].map(([key, value]) => ({ key, value, line })));
  return CONTACT_KEYS.flatMap((key) => {
    const found = all.find((one) => one.key === key);
    return found ? [fact(`agency.contact.${key}`, found.value, true, found.line.text, found.line.place)] : [];
  });
}

/** The title is a fact only if it is not the usual one. */
function titleOf({ title }: Witnesses, name: string | undefined, year: string | undefined): ImportedFact[] {
  if (!title || title.text === usualTitle(name ?? '', year ?? '')) return [];
  return title.agency === '' ? [] : [fact('title', title.text, true, title.text, title.place)];
}

function publishedOf({ details, head, signOff, correction, properties }: Witnesses): ImportedFact | undefined {
  const { published } = details;
  if (published?.labelled) return fact('published', published.day, true, published.text, published.place);
  if (correction?.published)
    return fact('published', correction.published, true, correction.line.text, correction.line.place);
  if (published) return fact('published', published.day, false, published.text, published.place);
  // The day of the sign-off and of a file need not be that of publication.
  if (head.day && head.line) return fact('published', head.day, false, head.line.text, head.line.place);
  if (signOff?.day) return fact('published', signOff.day, false, signOff.text, signOff.line.place);
  const day = firstDate(properties.date ?? '');
  return day === undefined ? undefined : fact('published', day, false, properties.date ?? '', {});
}

/** A file keeps the day of its last change; a report is published in the year after its own. */
const isYearAfter = (day = '', year = ''): boolean => day.slice(0, 4) === String(Number(year) + 1);

function yearOf(
  { title, preface, page, properties }: Witnesses,
  published: ImportedFact | undefined,
): { readonly year: ImportedFact | undefined; readonly period: readonly ImportedFact[] } {
  const spans = [...preface, ...page].flatMap((line) => {
    const span = periodIn(squeezed(line.text));
    return span ? [{ ...span, line }] : [];
  });
  const [span] = spans;
  const named = title?.years.length ? title : readTitle(properties.title ?? '');
  const inSpan = span?.to.slice(0, 4);
  const [first, ...others] = named?.years ?? [];
  const isWhole = span !== undefined && span.from === `${inSpan}-01-01` && span.to === `${inSpan}-12-31`;
  const period = (sure: boolean) =>
    span && !isWhole
      ? [
          fact('period.from', span.from, sure, span.words, span.line.place),
          fact('period.to', span.to, sure, span.words, span.line.place),
        ]
      : [];
  if (first !== undefined) {
    const agrees = span === undefined || inSpan === String(first);
    const sure = agrees && others.every((one) => one === first) && named === title;
    const place = named === title ? (title?.place ?? {}) : {};
    return {
      year: fact('year', String(first), sure, named?.text ?? '', place),
      period: agrees ? period(true) : period(false),
    };
  }
  if (span && inSpan)
    return { year: fact('year', inSpan, true, span.line.text, span.line.place), period: period(true) };
  const guessed = published && String(Number(published.value.slice(0, 4)) - 1);
  return { year: guessed ? fact('year', guessed, false, published.text, published.place) : undefined, period: [] };
}

function correctedOf(correction: CorrectionNotice | undefined): ImportedFact[] {
  if (!correction) return [];
  const { day, note, line } = correction;
  return [
    fact('corrected.date', day, true, line.text, line.place),
    fact('corrected.note', note, true, line.text, line.place),
  ];
}
