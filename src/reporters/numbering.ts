/** Makes names unique within a run: a name that was used before gets a number. */
export function numbering(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    let unique = name;
    for (let count = 2; given.has(unique); count++) unique = `${name} #${count}`;
    given.add(unique);
    return unique;
  };
}
