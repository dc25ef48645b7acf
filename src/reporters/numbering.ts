/** Returns a function that makes names unique: the second `a` becomes `a #2`, the third `a #3`. Takes linear time. */
export function numbering(): (name: string) => string {
  const given = new Set<string>();
  /** The last number that each name was given. */
  const last = new Map<string, number>();
  return (name) => {
    let count = last.get(name) ?? 1;
    let unique = count === 1 ? name : `${name} #${count}`;
    while (given.has(unique)) {
      count += 1;
      unique = `${name} #${count}`;
    }
    given.add(unique);
    last.set(name, count);
    return unique;
  };
}
