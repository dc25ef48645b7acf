import { files, metadata, structure } from './archive/document.ts';
import { structureOfFile } from './archive/file.ts';
import { fonts as archiveFonts } from './archive/fonts.ts';
import { graphics } from './archive/graphics.ts';
import { interaction } from './archive/interaction.ts';
import type { PdfFile } from './pdf-file.ts';
import type { Point, PointGroup } from './point.ts';
import { annotations } from './ua/annotations.ts';
import { content } from './ua/content.ts';
import { document } from './ua/document.ts';
import { elements } from './ua/elements.ts';
import { fonts } from './ua/fonts.ts';
import { nesting } from './ua/nesting.ts';

export interface Standard {
  readonly name: 'PDF/UA-1' | 'PDF/A-3a';
  readonly groups: readonly PointGroup[];
}

export const STANDARDS: readonly Standard[] = [
  { name: 'PDF/UA-1', groups: [content, nesting, document, elements, annotations, fonts] },
  { name: 'PDF/A-3a', groups: [structureOfFile, graphics, archiveFonts, interaction, metadata, structure, files] },
];

export interface Result {
  readonly standard: Standard['name'];
  readonly point: Point;
  /** Where it is broken; empty if it is kept. */
  readonly breaches: readonly string[];
}

/** Checks all points of both standards. */
export const checkFile = (file: PdfFile): Result[] =>
  STANDARDS.flatMap(({ name, groups }) =>
    groups.flatMap(({ points }) =>
      points.map((point) => ({ standard: name, point, breaches: [...point.breaches(file)] })),
    ),
  );
