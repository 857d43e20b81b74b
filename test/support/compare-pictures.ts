import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * The same for every picture. Chromium draws the same pixels each time, and what another machine may do is to round a
 * colour by one. `colour`, 0 to 1 as pixelmatch measures it, covers that with the rounding of `shrinkPicture` and tells our
 * two lightest surfaces apart; `pixels` leaves room for the ends of a few lines, and none for a changed digit.
 */
export const tolerance = { colour: 0.02, pixels: 10 } as const;

export type Difference = {
  /** In words, for a message. */
  readonly what: string;
  /** A PNG with what differs in red; null when the sizes are not the same. */
  readonly picture: Buffer | null;
};

/** Null when two PNGs show the same. */
export function comparePictures(kept: Buffer, taken: Buffer): Difference | null {
  const [before, now] = [PNG.sync.read(kept), PNG.sync.read(taken)];
  const { width, height } = now;
  if (before.width !== width || before.height !== height)
    return { what: `${width} × ${height} instead of ${before.width} × ${before.height}`, picture: null };
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(before.data, now.data, difference.data, width, height, {
    threshold: tolerance.colour,
    // Else it takes a small digit for nothing but smoothed edges.
    includeAA: true,
  });
  if (pixels <= tolerance.pixels) return null;
  return { what: `${pixels} pixels differ`, picture: PNG.sync.write(difference) };
}

/** To keep: 64 steps of each colour instead of 256, which no eye sees, for half of Chromium's bytes. */
export function shrinkPicture(taken: Buffer): Buffer {
  const picture = PNG.sync.read(taken);
  for (const [index, value] of picture.data.entries())
    picture.data[index] = Math.round((Math.round((value * 63) / 255) * 255) / 63);
  return PNG.sync.write(picture, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 });
}
