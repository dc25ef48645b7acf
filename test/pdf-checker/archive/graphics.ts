import { PDFStream } from '@cantoo/pdf-lib';
import { OPERATORS } from '../operators.ts';
import { dictOf, get, has, isTrue, listOf, nameOf, type PdfFile, raw, resourcesOf, unpacked } from '../pdf-file.ts';
import { type PointGroup, point } from '../point.ts';

const INTENTS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);
const BLENDS = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity`.split(
    ' ',
  ),
);
const RGB = new Set(['rg', 'RG']);
const GRAY = new Set(['g', 'G']);
const CMYK = new Set(['k', 'K']);

const intentsOf = ({ catalog, context }: PdfFile) =>
  listOf(get(catalog, 'OutputIntents')).flatMap((one) => dictOf(context.lookup(one)) ?? []);

/** The colour space of the output intent for PDF/A: `RGB `. */
function outputColours(file: PdfFile): string | undefined {
  const intent = intentsOf(file).find((one) => nameOf(get(one, 'S')) === 'GTS_PDFA1');
  const profile = get(intent, 'DestOutputProfile');
  return profile instanceof PDFStream ? unpacked(profile).toString('latin1', 16, 20) : undefined;
}

function* wrongIntents(file: PdfFile): Generator<string> {
  const intents = intentsOf(file);
  const profiles = new Set(
    intents.flatMap((one) => (has(one, 'DestOutputProfile') ? [String(raw(one, 'DestOutputProfile'))] : [])),
  );
  if (profiles.size > 1) yield 'different profiles';
  if (intents.some((one) => has(one, 'DestOutputProfileRef'))) yield 'DestOutputProfileRef';
  if (!intents.some((one) => nameOf(get(one, 'S')) === 'GTS_PDFA1')) yield 'no GTS_PDFA1';
  for (const intent of intents) {
    const profile = get(intent, 'DestOutputProfile');
    const bytes = profile instanceof PDFStream ? unpacked(profile) : Buffer.alloc(0);
    if (!textIsThere(intent)) yield 'OutputConditionIdentifier';
    if (!isProfile(bytes)) yield 'the profile';
  }
}

const textIsThere = (intent: Parameters<typeof get>[0]) => get(intent, 'OutputConditionIdentifier') !== undefined;

/** The header of an ICC profile of version 2 or 4 for a monitor or printer, and a table of tags within its size. */
function isProfile(bytes: Buffer): boolean {
  if (bytes.length < 132 || bytes.readUInt32BE(0) !== bytes.length || bytes.toString('latin1', 36, 40) !== 'acsp')
    return false;
  const kinds = ['mntr', 'prtr'].includes(bytes.toString('latin1', 12, 16));
  const colours = ['RGB ', 'CMYK', 'GRAY'].includes(bytes.toString('latin1', 16, 20));
  const count = bytes.readUInt32BE(128);
  const isWithin = Array.from({ length: count }, (_, index) => 132 + 12 * index).every(
    (at) => at + 12 <= bytes.length && bytes.readUInt32BE(at + 4) + bytes.readUInt32BE(at + 8) <= bytes.length,
  );
  return kinds && colours && (bytes[8] ?? 9) < 5 && isWithin;
}

/** Colours that nothing explains. The names of colour spaces count wherever they stand as one. */
function* unexplained(file: PdfFile): Generator<string> {
  const output = outputColours(file);
  const isWrong = (space: string | undefined) =>
    (space === 'DeviceRGB' && output !== 'RGB ') ||
    (space === 'DeviceCMYK' && output !== 'CMYK') ||
    (space === 'DeviceGray' && output === undefined);
  for (const { number, operators } of file.pages) {
    const used = new Set(operators.map(({ name }) => name));
    const has = (names: ReadonlySet<string>) => [...names].some((name) => used.has(name));
    if (has(RGB) && isWrong('DeviceRGB')) yield `page ${number}: RGB`;
    if (has(CMYK) && isWrong('DeviceCMYK')) yield `page ${number}: CMYK`;
    if (has(GRAY) && isWrong('DeviceGray')) yield `page ${number}: grey`;
  }
  for (const { dict, object } of file.dicts) {
    for (const key of ['ColorSpace', 'CS']) if (isWrong(nameOf(get(dict, key)))) yield `object ${object}`;
  }
}

const states = (file: PdfFile) =>
  resourcesOf(file, 'ExtGState').flatMap(({ value, name }) => {
    const dict = dictOf(value);
    return dict ? [{ dict, name }] : [];
  });
const objectsOf = (file: PdfFile, subtype: string) =>
  file.dicts.filter(
    ({ dict }) =>
      nameOf(get(dict, 'Subtype')) === subtype && (has(dict, 'Width') || has(dict, 'BBox') || subtype === 'PS'),
  );
const withKeys = (file: PdfFile, subtype: string, isWrong: (dict: Parameters<typeof has>[0]) => boolean) =>
  objectsOf(file, subtype).flatMap(({ dict, object }) => (isWrong(dict) ? [`object ${object}`] : []));

export const graphics: PointGroup = {
  title: { zh: '图形和颜色', en: 'Graphics and colours' },
  points: [
    point(
      '6.2.2',
      '只用标准的运算符；每页有自己的资源',
      'only standard operators; every page has its own resources',
      ({ pages }) =>
        pages.flatMap(({ number, dict, operators }) => [
          ...operators.flatMap(({ name }) => (OPERATORS.has(name) ? [] : [`page ${number}: ${name}`])),
          ...(has(dict, 'Resources') ? [] : [`page ${number}: Resources`]),
        ]),
    ),
    point('6.2.3', '输出意图带有正确的颜色特性文件', 'the output intent has a right colour profile', wrongIntents),
    point('6.2.4.2', 'ICC 颜色空间的特性文件正确', 'profiles of ICC colour spaces are right', ({ streams }) =>
      streams.flatMap(({ stream, object }) => {
        const own = has(stream.dict, 'N') && !has(stream.dict, 'First') ? unpacked(stream) : undefined;
        return !own || isProfile(own) ? [] : [`object ${object}`];
      }),
    ),
    point('6.2.4.3', '设备颜色都由输出意图说明', 'device colours are explained by the output intent', unexplained),
    point('6.2.4.4', '没有专色', 'no spot colours', (file) =>
      resourcesOf(file, 'ColorSpace').flatMap(({ value, object }) =>
        ['Separation', 'DeviceN'].includes(nameOf(listOf(value)[0]) ?? '') ? [`object ${object}`] : [],
      ),
    ),
    point('6.2.5', '图形状态没有传递函数和半色调', 'graphics states have no transfer functions and halftones', (file) =>
      states(file).flatMap(({ dict, name }) => {
        const tr2 = get(dict, 'TR2');
        return has(dict, 'TR') || has(dict, 'HTP') || has(dict, 'HT') || (tr2 && nameOf(tr2) !== 'Default')
          ? [name]
          : [];
      }),
    ),
    point('6.2.6', '渲染意图是标准的', 'rendering intents are standard', (file) => [
      ...states(file).flatMap(({ dict, name }) =>
        has(dict, 'RI') && !INTENTS.has(nameOf(get(dict, 'RI')) ?? '') ? [name] : [],
      ),
      ...file.pages.flatMap(({ number, operators }) =>
        operators.flatMap(({ name, operands }) =>
          name === 'ri' && !INTENTS.has((operands[0] ?? '').slice(1)) ? [`page ${number}`] : [],
        ),
      ),
    ]),
    point('6.2.8', '图片没有替代图片、OPI 和插值', 'pictures have no alternates, OPI or interpolation', (file) =>
      withKeys(
        file,
        'Image',
        (dict) => has(dict, 'Alternates') || has(dict, 'OPI') || isTrue(get(dict, 'Interpolate')),
      ),
    ),
    point(
      '6.2.9',
      '没有 PostScript、OPI 和引用别的文件的图形',
      'no PostScript, OPI or drawings of other files',
      (file) => [
        ...withKeys(
          file,
          'Form',
          (dict) => has(dict, 'OPI') || has(dict, 'PS') || has(dict, 'Ref') || nameOf(get(dict, 'Subtype2')) === 'PS',
        ),
        ...withKeys(file, 'PS', () => true),
      ],
    ),
    point(
      '6.2.10',
      '混合模式是标准的；有透明时混合用的颜色是确定的',
      'blend modes are standard, and with transparency the colours of blending are known',
      (file) => [
        ...states(file).flatMap(({ dict, name }) => {
          const mode = get(dict, 'BM');
          const names = [nameOf(mode), ...listOf(mode).map(nameOf)].filter((one) => one !== undefined);
          return names.every((one) => BLENDS.has(one as string)) ? [] : [name];
        }),
        ...(outputColours(file) === undefined
          ? file.pages.flatMap(({ number, dict }) => (has(dict, 'Group') ? [] : [`page ${number}`]))
          : []),
      ],
    ),
  ],
};
