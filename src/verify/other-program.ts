/** What a PDF says of the program that wrote it; undefined if it is ours. */
export function otherProgram(producer: string): string | undefined {
  const name = producer.trim().slice(0, QUOTED);
  return name === '' || name.includes('ogi-report') ? undefined : name;
}
const QUOTED = 60;
