/** Lets only so many tasks run at a time. A task that waits can be about something, which decides whose turn is next. */
export class Slots {
  private readonly waiting: { readonly about: string | undefined; readonly go: () => void }[] = [];
  private free: number;

  constructor(atOnce: number) {
    this.free = atOnce;
  }

  /** Waits until a task may run; at once if fewer run than may. */
  async take(about: string | undefined): Promise<void> {
    if (this.free-- <= 0) await this.wait(about);
  }

  /** Waits for the end of another task, whose turn goes on to this one. */
  wait(about: string | undefined): Promise<void> {
    return new Promise((go) => {
      this.waiting.push({ about, go });
    });
  }

  /** Ends a turn: next is the first that is preferred, or else the first of all. */
  end(isPreferred: (about: string | undefined) => boolean): void {
    this.free++;
    const preferred = this.waiting.findIndex(({ about }) => isPreferred(about));
    this.waiting.splice(Math.max(preferred, 0), 1)[0]?.go();
  }
}
