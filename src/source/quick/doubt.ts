/** Thrown where `yaml` has to decide. It is always the same object, because making a stack takes time. */
export const DOUBT = new Error('not a plain report');
