/** The report with every number written out. */
export const DATA_FILE = 'data.json';
/** The receipt, and the browser that printed. */
export const RECEIPT_FILE = 'receipt.json';
