import { stringify } from 'yaml';

const block = (section, text) => `${section}:\n  text: |-\n    ${text}\n`;

/** The YAML of a report with a text as one of its sections. */
export const reportWith = (data, section, text) => stringify({ ...data, [section]: undefined }) + block(section, text);

/** The YAML of a report with a text instead of its own overview. */
export const withOverview = (yaml, text) =>
  yaml.replace(/^overview:\n(?:(?: .*)?\n)+/m, () => `${block('overview', text)}\n`);
