import type { PublishedDocument } from './document.ts';

/** One file with everything that an adapter may look at. */
export interface PublishedFile {
  /** The name to show; its ending is only a hint. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it is on disk, if a browser may have saved files beside it; the thread that reads it makes `companion` of this. */
  readonly path?: string;
  /**
   * A file that was saved beside this one, by its path as the page names it: `page_files/frame.html`. Undefined if there is
   * none. The caller keeps to the folder that belongs to the page; see `disk/saved-page.ts`.
   */
  readonly companion?: (name: string) => Uint8Array | undefined;
}

/** A format that can be imported: one file in `adapters/`. */
export interface Adapter {
  /** Its name for people and in JSON: `html`, `docx`. */
  readonly name: string;
  /** The endings of its files, for folders and patterns. */
  readonly endings: readonly string[];
  /** True if the bytes are of this format. Decided by content; by the name only where the content does not tell. */
  recognizes(file: PublishedFile): boolean;
  /** Reads the file. Throws a `Refusal`; any other error means that the file is damaged. */
  read(file: PublishedFile): Promise<PublishedDocument>;
}
