import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { OpenPdf } from '../open.ts';
import type { PageOperators } from '../pages.ts';

const N = (name: string): PDFName => PDFName.of(name);
const setOf = (names: string): ReadonlySet<PDFName> => new Set(names.split(' ').map(N));

const CATALOG = setOf('Type Pages Dests MarkInfo StructTreeRoot Outlines ViewerPreferences Lang OutputIntents');
const PAGE = setOf('Type Resources MediaBox Contents StructParents Tabs Parent Annots');
const RESOURCES = setOf('ProcSet ExtGState Font XObject');
/** Transparency is allowed, since the document has an output intent; transfer functions and halftones are not. */
const LOOK = setOf('Type CA ca LC LJ LW ML SA BM');
const IMAGE = setOf('Type Subtype Width Height ColorSpace BitsPerComponent Filter Length SMask ColorTransform');
const COLOURS = setOf('DeviceRGB DeviceGray');
const LINK = setOf('Type Subtype F Border Rect A Dest StructParent Contents');
/** Without colours other than red, green, blue and grey, patterns, and pictures within the content. */
const OPERATORS: ReadonlySet<string> = new Set(
  'q Q cm w J j M d i gs m l c v y h re S s f F f* B B* b b* n W W* rg RG g G Do BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ BMC BDC EMC'.split(
    ' ',
  ),
);
const OPERATOR = /(?<![^\s\]>])[A-Za-z'"][^\s]*/g;
/** Graphics states inside each other. */
const DEEPEST = 28;

/** Whether catalog, pages, links and everything that is drawn have only keys and operators that are known to be allowed. */
export function pagesAreKnown(
  context: PDFContext,
  catalog: OpenPdf['catalog'],
  contents: ReadonlyMap<PDFRef, PageOperators>,
): boolean {
  return (
    hasOnly(catalog, CATALOG) &&
    [...contents.values()].every(({ page, content }) => {
      const notes = page.lookup(N('Annots'));
      return (
        hasOnly(page, PAGE) &&
        resourcesAreKnown(page.lookup(N('Resources'))) &&
        (!(notes instanceof PDFArray) || notes.asArray().every((note) => isLink(context.lookup(note)))) &&
        operatorsIn(content).every((operator) => OPERATORS.has(operator)) &&
        depthOf(content) <= DEEPEST
      );
    })
  );
}

const operatorsIn = (content: string): string[] => content.match(OPERATOR) ?? [];

const hasOnly = (dict: PDFDict, keys: ReadonlySet<PDFName>): boolean => dict.keys().every((key) => keys.has(key));

function resourcesAreKnown(resources: PDFObject | undefined): boolean {
  if (!(resources instanceof PDFDict) || !hasOnly(resources, RESOURCES)) return false;
  return valuesIn(resources, 'ExtGState').every(isPlainLook) && valuesIn(resources, 'XObject').every(isPlainImage);
}

function valuesIn(resources: PDFDict, kind: string): (PDFObject | undefined)[] {
  const own = resources.lookup(N(kind));
  return own instanceof PDFDict ? own.keys().map((key) => own.lookup(key)) : [];
}

const isPlainLook = (look: PDFObject | undefined): boolean =>
  look instanceof PDFDict && hasOnly(look, LOOK) && [undefined, N('Normal')].includes(look.get(N('BM')) as PDFName);

function isPlainImage(image: PDFObject | undefined): boolean {
  if (!(image instanceof PDFRawStream) || image.dict.get(N('Subtype')) !== N('Image')) return false;
  const { dict } = image;
  const isPlain = hasOnly(dict, IMAGE) && isPlainColour(dict.lookup(N('ColorSpace')));
  return isPlain && (!dict.has(N('SMask')) || isPlainImage(dict.lookup(N('SMask'))));
}

/** Grey, red, green and blue, or with the profile that Chrome writes for a picture. */
function isPlainColour(space: PDFObject | undefined): boolean {
  if (!(space instanceof PDFArray)) return COLOURS.has(space as PDFName);
  const profile = space.lookup(1);
  return (
    space.lookup(0) === N('ICCBased') && profile instanceof PDFRawStream && String(profile.dict.get(N('N'))) === '3'
  );
}

/** A link that is printed, says where it leads and is in the structure tree. */
function isLink(note: PDFObject | undefined): boolean {
  if (!(note instanceof PDFDict && hasOnly(note, LINK))) return false;
  const action = note.lookup(N('A'));
  return (
    note.get(N('Subtype')) === N('Link') &&
    String(note.get(N('F'))) === '4' &&
    note.has(N('Contents')) &&
    note.has(N('StructParent')) &&
    (action === undefined ? note.has(N('Dest')) : action instanceof PDFDict && action.get(N('S')) === N('URI'))
  );
}

function depthOf(content: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, operator] of content.matchAll(/(?:^|\n)([qQ])(?=\n|$)/g)) {
    depth += operator === 'q' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
