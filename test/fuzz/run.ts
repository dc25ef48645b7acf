import type { Kind, World } from './kind.ts';
import { KINDS } from './kinds.ts';
import { randomOf } from './random.ts';
import { createWorld } from './world.ts';

/** Counts the steps that JavaScript made since the last call. */
export type Steps = () => Promise<number>;

const mostStepsOfMost = (size: number): number => 30_000_000 + 1000 * size;

/** Opens the kinds with these names; they share a world. */
export async function openKinds(names: readonly string[]) {
  const world: World = createWorld();
  const kinds = new Map<string, Kind>();
  for (const name of names) {
    const open = KINDS[name];
    if (!open) throw new Error(`There is no kind ${name}: ${Object.keys(KINDS).join(', ')}`);
    kinds.set(name, await open(world));
  }
  const kindOf = (name: string): Kind => {
    const kind = kinds.get(name);
    if (!kind) throw new Error(`${name} is not open`);
    return kind;
  };
  return {
    extension: (name: string) => kindOf(name).extension,
    batch: (name: string) => kindOf(name).batch,
    mostSteps: (name: string, size: number) => (kindOf(name).mostSteps ?? mostStepsOfMost)(size),
    /** The input with this number; the same for the same seed. */
    make: (name: string, seed: number, index: number) => kindOf(name).make(randomOf(name, seed, index)),
    /** Runs the tool and returns the outcome, or the reason why it failed. */
    async run(name: string, input: Uint8Array): Promise<{ readonly outcome: string } | { readonly reason: string }> {
      try {
        return { outcome: await kindOf(name).run(input) };
      } catch (error) {
        return { reason: reasonOf(error) };
      }
    },
    close: world.close,
  };
}

/** The message and the place in the code, without what is quoted from the input. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const place = /\n +at (.*?) \(?(?:file:)?\S*?([^/\\]+?):\d+:\d+\)?/.exec(error.stack ?? '')?.[1] ?? '';
  const message = error.message.split('\n')[0]?.slice(0, 160) ?? '';
  return error.constructor.name === 'Violation' ? message : `${error.name}: ${message} (${place})`;
}
