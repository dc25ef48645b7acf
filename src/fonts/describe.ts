import { existsSync, readFileSync } from 'node:fs';
import { FAMILIES, type Family, type FamilyId } from './families.ts';
import { fontPath, packageManifest } from './locate.ts';

/** One bundled font as `report doctor` shows it. */
export interface FontStatus {
  readonly family: FamilyId;
  /** 宋体, 黑体, 楷体 or 标题. */
  readonly label: string;
  readonly typeface: string;
  readonly package: string;
  readonly licence: string;
  readonly found: boolean;
  /** Set if the package is installed, even if its font file is missing. */
  readonly version?: string;
  readonly path?: string;
}

/** The bundled fonts and whether they are installed. Does not open the fonts. */
export function describeFonts(): FontStatus[] {
  return FAMILIES.map(describe);
}

function describe(family: Family): FontStatus {
  const { id, label, typeface, licence } = family;
  const status = { family: id, label, typeface, package: family.package, licence };
  const manifest = packageManifest(family);
  if (manifest === undefined) return { ...status, found: false };
  const path = fontPath(family, manifest);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return { ...status, found: existsSync(path), version, path };
}
