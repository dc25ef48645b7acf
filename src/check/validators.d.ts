import type { ValidateFunction } from 'ajv';

/** Compiled by the build from the schemas of `src/form`. */
export const form2019: ValidateFunction;
export const form2021: ValidateFunction;
