import type { CommandDef } from './command.ts';
import { bind } from './commands/bind.ts';
import { build } from './commands/build.ts';
import { cache } from './commands/cache.ts';
import { claims } from './commands/claims.ts';
import { diff } from './commands/diff.ts';
import { doctor } from './commands/doctor.ts';
import { explain } from './commands/explain.ts';
import { fix } from './commands/fix.ts';
import { importCommand } from './commands/import.ts';
import { init } from './commands/init.ts';
import { merge } from './commands/merge.ts';
import { migrate } from './commands/migrate.ts';
import { preview } from './commands/preview.ts';
import { schema } from './commands/schema.ts';
import { template } from './commands/template.ts';
import { validate } from './commands/validate.ts';
import { verify } from './commands/verify.ts';
import { worker } from './commands/worker.ts';

/** All commands, in the order of the help. */
export const COMMANDS: readonly CommandDef[] = [
  build,
  validate,
  merge,
  worker,
  verify,
  claims,
  bind,
  explain,
  fix,
  init,
  importCommand,
  migrate,
  diff,
  schema,
  preview,
  template,
  cache,
  doctor,
];
