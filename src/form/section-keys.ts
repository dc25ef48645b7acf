/** The keys of the six sections in a report file, in the form's order. */
export const SECTION_KEYS: readonly string[] = [
  'overview',
  'active_disclosure',
  'applications',
  'reconsideration_and_litigation',
  'problems',
  'other_matters',
];
