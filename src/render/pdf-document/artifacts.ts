/** Operators that draw something. */
const PAINTS = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ']);
/** Operators that start a text or a path. Marks must not be inside a path. */
const BEGINS = new Set(['BT', 'm', 're', 'sh', 'Do']);
/** A matrix whose second number is not zero. */
const TURNED = /^\S+ -?[\d.]*[1-9]/;
const MARK = /<<\/MCID (\d+) >>BDC$/;

/**
 * Marks everything that is not in the structure tree as an artifact: the background, the page number, and the marked
 * content with the ids in `numbers`. `content` is the content of a page as written by Chrome: one operator per line.
 */
export function markArtifacts(content: string, numbers: ReadonlySet<number>): string {
  const lines: string[] = [];
  let depth = 0;
  // The index in `lines` of the possible start of an artifact.
  let begin = -1;
  // A watermark is the only text that is turned.
  let turned = false;
  const end = () => {
    if (begin >= 0) enclose(lines, begin, turned ? 'Watermark' : 'Footer');
    begin = -1;
  };
  for (const line of content.split('\n')) {
    const operator = line.slice(line.lastIndexOf(' ') + 1);
    const marks = operator.endsWith('BDC') || operator === 'BMC';
    if (depth === 0) {
      if (marks || operator === 'q' || operator === 'Q') end();
      else if (begin < 0 && BEGINS.has(operator)) begin = lines.length;
    }
    if (operator === 'cm') turned = TURNED.test(line);
    if (marks) depth++;
    if (operator === 'EMC') depth--;
    const number = marks ? MARK.exec(line)?.[1] : undefined;
    lines.push(number !== undefined && numbers.has(Number(number)) ? '/Artifact BMC' : line);
  }
  end();
  return lines.join('\n');
}

/** Text outside the structure is a page number or a watermark; anything else is background. */
function enclose(lines: string[], begin: number, kind: 'Footer' | 'Watermark'): void {
  const operators = lines.slice(begin).map((line) => line.slice(line.lastIndexOf(' ') + 1));
  if (!operators.some((operator) => PAINTS.has(operator))) return;
  const text = operators.includes('Tj') || operators.includes('TJ');
  lines.splice(begin, 0, text ? `/Artifact <</Type /Pagination /Subtype /${kind} >>BDC` : '/Artifact BMC');
  // The last line of a page is empty: EMC goes before it.
  lines.splice(lines.at(-1) === '' ? -1 : lines.length, 0, 'EMC');
}
