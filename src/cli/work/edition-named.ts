import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../diagnostics/user-error.ts';
import { EDITIONS, editionById } from '../../form/editions.ts';
import type { FormDef } from '../../form/types.ts';
import { packageFile } from '../../package/package-file.ts';

/** The absolute path of the installed schema file of an edition. */
export const schemaFile = (id: string): string => fileURLToPath(packageFile(`schemas/${id}/report.schema.json`));

/** The path of the installed schema for a report file; relative if both are in the working folder. */
export function schemaReference(path: string | undefined, id: string, cwd: string): string {
  const schema = schemaFile(id);
  const isInside = path !== undefined && [path, schema].every((one) => one.startsWith(cwd + sep));
  return (isInside ? relative(dirname(path), schema) : schema).split(sep).join('/');
}

/** The edition with this id; without an id, the newest. Throws a UserError for an unknown id. */
export function editionNamed(id: string | undefined): FormDef {
  const newest = EDITIONS[EDITIONS.length - 1] as FormDef;
  const form = id === undefined ? newest : editionById(id);
  if (form) return form;
  const known = EDITIONS.map((edition) => edition.id);
  throw new UserError(
    { zh: `没有“${id}”这种格式`, en: `There is no form "${id}"` },
    { zh: `可以是：${known.join('、')}`, en: `Forms: ${known.join(', ')}` },
  );
}
