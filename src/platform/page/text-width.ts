/** Size of the letters of drawings, in their own pixels; as in chart.css and map.css. */
export const fontSize = 12;

/** Of the longest of these texts, in pixels; a letter of this typeface is about half as wide as it is high. */
export function textWidth(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length)) * fontSize * 0.55;
}
