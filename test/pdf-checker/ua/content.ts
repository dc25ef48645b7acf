import { type Operator, paints } from '../operators.ts';
import { dictOf, get, isTrue, type PdfFile } from '../pdf-file.ts';
import { type PointGroup, point } from '../point.ts';
import { elementsOf, named, roleMapOf, STANDARD } from '../tags.ts';

const isArtifact = ({ tag }: { tag: string }) => tag === 'Artifact';
const isTagged = ({ mcid }: { mcid: number | undefined }) => mcid !== undefined;
const opens = ({ name }: Operator) => name === 'BMC' || name === 'BDC';

/** The marked content that the structure tree has, as `page number`. */
function inTree(file: PdfFile): Set<string> {
  return new Set(elementsOf(file).flatMap(({ marks }) => marks.map(({ page, mcid }) => `${page} ${mcid}`)));
}

function* untagged(file: PdfFile): Generator<string> {
  const known = inTree(file);
  for (const { number, ref, operators } of file.pages) {
    const isKnown = (mcid: number | undefined) => mcid !== undefined && known.has(`${ref} ${mcid}`);
    const loose = operators.filter(
      (operator) => paints(operator) && !operator.marks.some((mark) => isArtifact(mark) || isKnown(mark.mcid)),
    );
    if (loose.length > 0) yield `page ${number}: ${loose.length} operators, the first ${loose[0]?.name}`;
  }
}

function* nested(file: PdfFile, inner: 'artifact' | 'tagged'): Generator<string> {
  for (const { number, operators } of file.pages) {
    for (const operator of operators.filter(opens)) {
      const artifact = operator.operands[0] === '/Artifact';
      const tagged = operator.operands.includes('/MCID');
      if (inner === 'artifact' ? artifact && operator.marks.some(isTagged) : tagged && operator.marks.some(isArtifact))
        yield `page ${number}: ${operator.operands.join(' ')}`;
    }
  }
}

function* circles(file: PdfFile): Generator<string> {
  const roles = roleMapOf(file);
  for (const role of roles.keys()) {
    const way = [role];
    while (roles.has(way.at(-1) as string) && !way.slice(0, -1).includes(way.at(-1) as string))
      way.push(roles.get(way.at(-1) as string) as string);
    if (way.indexOf(way.at(-1) as string) < way.length - 1) yield way.join(' → ');
  }
}

export const content: PointGroup = {
  title: { zh: '内容和标签', en: 'Content and roles' },
  points: [
    point('01-003', '标签的内容里没有装饰内容', 'no artifact within tagged content', (file) =>
      nested(file, 'artifact'),
    ),
    point('01-004', '装饰内容里没有带标签的内容', 'no tagged content within an artifact', (file) =>
      nested(file, 'tagged'),
    ),
    point(
      '01-005',
      '画出来的都在结构里，或者是装饰内容',
      'everything drawn is in the structure or an artifact',
      untagged,
    ),
    point('01-007', '没有标成可疑（Suspects）', 'the tags are not marked as suspect', ({ catalog }) =>
      isTrue(get(dictOf(get(catalog, 'MarkInfo')), 'Suspects')) ? ['MarkInfo'] : [],
    ),
    point(
      '02-001',
      '每个标签都是标准标签，或者对应到一个',
      'every role is a standard one or is mapped to one',
      (file) => elementsOf(file).flatMap((element) => (STANDARD.has(element.role) ? [] : [named(element)])),
    ),
    point('02-003', '标签的对应没有绕圈', 'no role is mapped in a circle', circles),
    point('02-004', '标准标签没有改作别的', 'no standard role is mapped to another', (file) =>
      [...roleMapOf(file).keys()].filter((role) => STANDARD.has(role)),
    ),
  ],
};
