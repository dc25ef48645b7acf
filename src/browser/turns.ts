/** Runs work beside other work, or alone, in the order in which it comes. */
export interface Turns {
  /** The number of works that run. */
  running(): number;
  take<T>(alone: boolean, work: () => Promise<T>): Promise<T>;
}

export function turns(): Turns {
  const waiting: { readonly alone: boolean; readonly go: () => void }[] = [];
  let running = 0;
  let isAlone = false;
  const next = () => {
    for (let first = waiting[0]; first && !isAlone && !(first.alone && running > 0); first = waiting[0]) {
      waiting.shift();
      running++;
      isAlone = first.alone;
      first.go();
    }
  };
  return {
    running: () => running,
    async take(alone, work) {
      await new Promise<void>((go) => {
        waiting.push({ alone, go });
        next();
      });
      try {
        return await work();
      } finally {
        running--;
        isAlone = false;
        next();
      }
    },
  };
}
