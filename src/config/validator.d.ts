import type { ValidateFunction } from 'ajv';

/** Compiled by the build from `config-schema.ts`. */
export const config: ValidateFunction;
