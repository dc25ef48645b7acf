import { type Coverage, readCoverage } from './coverage.ts';

const FACE = /@font-face\s*\{([^}]*)\}/gu;
const FAMILY = /font-family\s*:\s*(["']?)([^;"'}]+)\1/u;
const DATA = /url\(["']?data:[^;,)]*;base64,([A-Za-z0-9+/=]+)["']?\)/u;

/** The fonts embedded in an HTML page, by family, with the characters they can draw; undefined for a font that is not TrueType. */
export function fontsInPage(html: string): Map<string, Coverage | undefined> {
  const fonts = new Map<string, Coverage | undefined>();
  for (const [, face = ''] of html.matchAll(FACE)) {
    const family = FAMILY.exec(face)?.[2]?.trim();
    const data = DATA.exec(face)?.[1];
    if (family !== undefined && data !== undefined) fonts.set(family, coverageOf(Buffer.from(data, 'base64')));
  }
  return fonts;
}

function coverageOf(font: Uint8Array): Coverage | undefined {
  try {
    return readCoverage(font);
  } catch {
    return undefined;
  }
}
