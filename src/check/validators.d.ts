import type { ValidateFunction } from 'ajv';

/** Validators that the build compiles from the schemas of `src/form`. */
export const form2019: ValidateFunction;
export const form2021: ValidateFunction;
