/** Writes small PDFs for tests: Chinese text in a font that the file names and does not contain, and plain operators. */
export interface DrawnPage {
  readonly content: string;
  /** Width and height in points. */
  readonly size?: readonly [number, number];
  readonly rotate?: number;
}

const FONTS =
  '/Resources << /Font << /F 3 0 R /V 5 0 R >> /XObject << /X 7 0 R /Scan 8 0 R >> /Properties << /Layer 9 0 R >> >>';

export function pdfOf(
  pages: readonly (DrawnPage | string)[],
  { catalog = '', form = '', scan = false } = {},
): Uint8Array {
  const all = pages.map((page) => (typeof page === 'string' ? { content: page } : page));
  const kids = all.map((_, index) => `${FIRST_PAGE + 2 * index} 0 R`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${all.length} /Kids [${kids.join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R /DW 1000 /W [1 95 500 814 907 500] >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-V /DescendantFonts [4 0 R] >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>',
    stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${FONTS}`, form),
    stream(
      `/Type /XObject /Subtype /Image /Width ${scan ? 1000 : 1} /Height ${scan ? 1000 : 1} /ColorSpace /DeviceGray /BitsPerComponent 8`,
      'x',
    ),
    '<< /Type /OCG /Name (Layer) >>',
    ...all.flatMap(({ content, size = [595, 842], rotate = 0 }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Rotate ${rotate} ${FONTS} /Contents ${FIRST_PAGE + 2 * index + 1} 0 R >>`,
      stream('', content),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}
const FIRST_PAGE = 10;

const stream = (dictionary: string, content: string): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** UTF-16 in hexadecimal. */
export const hex = (words: string): string =>
  `<${[...words].map((one) => (one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`;

/** The entry of the catalog that switches the layer `/Layer` off. */
export const LAYER_OFF = '/OCProperties << /OCGs [9 0 R] /D << /OFF [9 0 R] >> >>';

/** Text with its baseline at a point; `turn` in degrees anticlockwise. */
export function text(x: number, y: number, words: string, { size = 10, turn = 0, mode = 0, font = 'F' } = {}): string {
  const [cos, sin] = [Math.round(Math.cos((turn * Math.PI) / 180)), Math.round(Math.sin((turn * Math.PI) / 180))];
  return `BT /${font} ${size} Tf ${mode} Tr ${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm ${hex(words)} Tj ET\n`;
}

/** A line that is stroked. */
export const line = (x: number, y: number, toX: number, toY: number): string => `${x} ${y} m ${toX} ${toY} l S\n`;

/** All lines of a table with these positions. */
export const lattice = (xs: readonly number[], ys: readonly number[]): string => {
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [...xs.map((x) => line(x, low, x, high)), ...ys.map((y) => line(left, y, right, y))].join('');
};
