import {
  AlignmentType,
  BorderStyle,
  type ITableOptions,
  StringValueElement,
  Table,
  TableLayoutType,
  WidthType,
  type XmlComponent,
} from 'docx';
import { TABLE_WIDTH } from './styles.ts';

/** 0.75 pt, as on the page. */
const BORDER = { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' };
const BORDERS = {
  top: BORDER,
  left: BORDER,
  bottom: BORDER,
  right: BORDER,
  insideHorizontal: BORDER,
  insideVertical: BORDER,
};

interface Options extends Pick<ITableOptions, 'rows' | 'margins'> {
  readonly columnWidths: readonly number[];
  /** What the table is, for people who cannot see it. */
  readonly caption: string;
}

/** A table as wide as the text, with fixed columns. */
export class WordTable extends Table {
  constructor({ caption, ...options }: Options) {
    super({
      ...options,
      width: { size: TABLE_WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      borders: BORDERS,
    });
    // The library has no captions. They are the last properties of a table.
    const properties = this.root[0] as XmlComponent;
    properties.addChildElement(new StringValueElement('w:tblCaption', caption));
  }
}
