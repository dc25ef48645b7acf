import { WebSocket } from 'ws';

/** Opens a web socket. Node 20 has none of its own. */
export const webSocket = (url: URL, headers: Readonly<Record<string, string>>): WebSocket =>
  new WebSocket(url, {
    headers: { ...headers },
    perMessageDeflate: false,
    maxPayload: MOST_BYTES,
    followRedirects: false,
  });

/** The longest message: a PDF with many pictures, as text. */
const MOST_BYTES = 256 * 1024 * 1024;
