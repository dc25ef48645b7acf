/** The attachment with the report as JSON, all numbers written out. */
export const DATA_FILE = 'data.json';
/** The attachment with the `PdfReceipt`. */
export const RECEIPT_FILE = 'receipt.json';
