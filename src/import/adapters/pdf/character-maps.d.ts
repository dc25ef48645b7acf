/** The maps of Chinese encodings that PDFs name and do not contain, as pdf.js packs them, in Base64 by name. */
export const maps: Readonly<Record<string, string>>;
