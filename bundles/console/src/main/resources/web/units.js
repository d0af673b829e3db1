// A text's length as the platform counts it (TextLimit.Counting of the api).
const encoder = new TextEncoder();
const segmenter = new Intl.Segmenter();

const units = {
  utf16: (text) => text.length,
  "code-points": (text) => [...text].length,
  graphemes: (text) => [...segmenter.segment(text)].length,
  "utf8-bytes": (text) => encoder.encode(text).length,
};

/** An unknown unit counts as UTF-16; the server judges in any case. */
export const lengthIn = (unit, text) => (units[unit] ?? units.utf16)(text);
