/**
 * The endings of the files that can be imported, for folders and patterns: those of all `ADAPTERS`, which is tested. They are
 * listed here because the adapters load the libraries that read their formats.
 */
export const ENDINGS: readonly string[] = [
  ...['pdf', 'docx', 'docm', 'dotx', 'dotm', 'doc', 'dot', 'wps', 'wpt', 'rtf', 'odt', 'ott', 'fodt'],
  ...['xlsx', 'xlsm', 'xls', 'et', 'ods'],
  ...['mhtml', 'mht', 'html', 'htm', 'shtml', 'xhtml', 'csv', 'tsv'],
];
