/**
 * The path of a file that a browser saved beside a page, as the page names it; undefined for every address that leads
 * elsewhere: another site, the root, a folder above.
 *
 * `from` is the path of the frame that names it, if it is not the page itself.
 */
export function savedName(address: string, from = ''): string | undefined {
  let path = address.trim().split(/[?#]/u)[0] ?? '';
  try {
    path = decodeURIComponent(path);
  } catch {
    // A per cent sign that is only a character of the name.
  }
  const names = path.split('/').filter((name) => name !== '.');
  const leadsAway = /^[a-z][a-z\d+.-]*:|[\\\0]/iu.test(path) || names.some((name) => name === '..' || name === '');
  return leadsAway || names.length === 0 ? undefined : [...from.split('/').slice(0, -1), ...names].join('/');
}
