import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';

/** The order of elements in ECMA-376, of those that we or the library write. Word refuses a file with any other. */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore widowControl numPr kinsoku wordWrap overflowPunct autoSpaceDE autoSpaceDN ' +
    'snapToGrid spacing ind contextualSpacing jc outlineLvl rPr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs strike noProof snapToGrid color spacing w kern position sz szCs highlight u vertAlign lang',
  'w:tblPr': 'tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'trPr tc',
  'w:tc': 'tcPr p',
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign',
  'w:sectPr': 'headerReference footerReference pgSz pgMar pgNumType cols titlePg docGrid',
  'w:style': 'name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr',
  'w:lvl': 'start numFmt suff lvlText lvlJc pPr rPr',
  'w:abstractNum': 'nsid multiLevelType tmpl lvl',
  'w:font': 'altName panose1 charset family pitch sig',
  'w:settings':
    'zoom bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop evenAndOddHeaders ' +
    'drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery noPunctuationKerning ' +
    'characterSpacingControl compat themeFontLang decimalSymbol listSeparator',
  'w:compat':
    'spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn useFELayout ' +
    'compatSetting',
};

/** Elements of the body and headers of a document that are out of order or in no list, as `part: parent: child`. */
export function outOfOrder(docx: Uint8Array): string[] {
  const parts = Object.entries(unzipSync(docx)).filter(([name]) => /^word\/[^/]+\.xml$/.test(name));
  return [
    ...new Set(parts.flatMap(([name, content]) => faults(strFromU8(content)).map((fault) => `${name}: ${fault}`))),
  ];
}

function faults(xml: string): string[] {
  const found: string[] = [];
  const open: { readonly name: string; last: number }[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        const parent = open.at(-1);
        const order = ORDER[parent?.name ?? '']?.split(' ');
        if (parent && order) {
          const at = order.indexOf(name.slice(2));
          if (at < parent.last) found.push(`${parent.name}: ${name}`);
          parent.last = at;
        }
        open.push({ name, last: 0 });
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}
