import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The secret first part of the preview's paths. Only someone who has seen the printed address knows it. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/**
 * The path below the token of a GET request for our own host name; undefined for any other request. Other host names are
 * refused, so that a website whose name points to this machine cannot read the report (DNS rebinding); without the token,
 * other users of this machine cannot read it either.
 */
export function pathOf({ method, url, headers }: IncomingMessage, port: number, token: string): string | undefined {
  const isOurs = headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
  const [, given = '', path] = /^\/([^/?]*)(\/[^?]*)/.exec(url ?? '') ?? [];
  return method === 'GET' && isOurs && isSame(given, token) ? path : undefined;
}

/** Takes the same time for every guess of the right length. */
function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
