import type { InPage, Installed, LookAtFits, LookAtPage, Settle, Undrawn } from './program.ts';

/** Bundled by the build from the files of these names. */
export const settle: InPage<Settle>;
export const lookAtPage: InPage<LookAtPage>;
export const lookAtFits: InPage<LookAtFits>;
export const undrawn: InPage<Undrawn>;
export const installed: InPage<Installed>;
