import type { ConnectionTransport } from 'puppeteer-core';
import { pageCrashed } from './failures.ts';

/** The connection between Puppeteer and the browser. */
export interface Transport extends ConnectionTransport {
  /** Rejects if the browser closes the connection or sends something that is not a message. */
  readonly broken: Promise<never>;
  /**
   * Settles like `work`, which opens a page, but rejects if the process of that page ends: then Chrome does not answer at all.
   * That the process of an earlier page has ended can be told later than the work began, and does not count.
   */
  unlessPageEnds<T>(work: Promise<T>): Promise<T>;
}

/** What carries the messages, JSON texts, to the browser. */
interface Carrier {
  readonly send: (message: string) => void;
  readonly close: () => void;
}

/** A transport, and what its carrier calls: for each message of the browser, and when the connection has closed. */
interface Carried {
  readonly transport: Transport;
  readonly receive: (message: string) => void;
  readonly closed: (reason: Error) => void;
}

export function transportOver({ send, close }: Carrier): Carried {
  let fail: (reason: unknown) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  broken.catch(() => undefined);
  const onPageEnd = new Set<(ids: readonly string[]) => void>();
  /** The ids of all pages so far, and of the sessions with them. */
  const pages = new Set<string>();
  const transport: Transport = {
    broken,
    async unlessPageEnds(work) {
      const earlier = new Set(pages);
      let ended: (ids: readonly string[]) => void = () => undefined;
      const end = new Promise<never>((_, reject) => {
        ended = (ids) => ids.some((id) => earlier.has(id)) || reject(pageCrashed());
        onPageEnd.add(ended);
      });
      return Promise.race([work, end]).finally(() => onPageEnd.delete(ended));
    },
    send,
    close,
  };
  const deliver = async (message: string) => {
    const page = attachedPage(message);
    if (page) {
      for (const id of [page.session, page.target]) pages.add(id);
      send(askWhetherItLives(page.session));
    } else if (PAGE_ENDED.test(message)) {
      const { sessionId = '', params } = JSON.parse(message);
      for (const tell of onPageEnd) tell([sessionId, params.targetId ?? '']);
    }
    return message.startsWith(`{"id":${OWN_ID},`) ? undefined : transport.onmessage?.(message);
  };
  return {
    transport,
    receive: (message) => void deliver(message).catch(fail),
    closed: (reason) => {
      fail(reason);
      transport.onclose?.();
    },
  };
}

const PAGE_ENDED = /^\{"method":"(?:Inspector|Target)\.targetCrashed"/;

/** The id of our own commands; Puppeteer counts from 1. */
const OWN_ID = 2 ** 31 - 1;

/** The page that Puppeteer is being connected to, if the message says that. */
function attachedPage(message: string): { readonly session: string; readonly target: string } | undefined {
  if (!message.startsWith('{"method":"Target.attachedToTarget"')) return undefined;
  const { sessionId, targetInfo } = JSON.parse(message).params;
  return targetInfo.type === 'page' ? { session: sessionId, target: targetInfo.targetId } : undefined;
}

/** Makes Chrome report a page whose process ended before we were connected. Nobody needs the answer itself. */
const askWhetherItLives = (sessionId: string): string =>
  JSON.stringify({ id: OWN_ID, method: 'Inspector.enable', sessionId });
