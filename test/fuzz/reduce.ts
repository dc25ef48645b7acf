/**
 * Makes an input smaller as long as it still fails: removes ever smaller pieces, first lines, then characters (delta
 * debugging). `tries` limits how often it is run.
 */
export async function reduce(
  input: Uint8Array,
  stillFails: (input: Uint8Array) => Promise<boolean>,
  tries = 400,
): Promise<Uint8Array> {
  const text = Buffer.from(input).toString();
  // What is not text is cut into bytes.
  const isText = Buffer.from(text).equals(input);
  const join = (parts: readonly string[]) => Buffer.from(parts.join(''), isText ? 'utf8' : 'latin1');
  const left = { tries };
  const fails = async (parts: readonly string[]) => left.tries-- > 0 && stillFails(join(parts));
  let parts = isText ? text.split(/(?<=\n)/) : [...Buffer.from(input).toString('latin1')];
  parts = await smaller(parts, fails);
  if (isText) parts = await smaller([...parts.join('')], fails);
  return join(parts);
}

async function smaller(
  parts: readonly string[],
  fails: (parts: readonly string[]) => Promise<boolean>,
): Promise<string[]> {
  let kept = [...parts];
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (without.length > 0 && (await fails(without))) kept = without;
      else at += size;
    }
  }
  return kept;
}
