/** The keys of the three attached files in the PDF's name tree EmbeddedFiles. */
export const ATTACHMENT_KEYS = { source: 'source', data: 'data', receipt: 'receipt' } as const;
