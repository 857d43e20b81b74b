/**
 * Made-up graphs as the facts on VAT define them (section 3): a few vertices have most edges, seven in ten stay within a block of
 * a hundred, and the same seed gives the same edges everywhere.
 */
import type { EdgeColumns } from './graph.ts';

const blockOf = 100;

export function makeUpGraph(vertices: number, edges: number, seed: number, days: number): EdgeColumns {
  const src = new Int32Array(edges);
  const dst = new Int32Array(edges);
  const time = new Int32Array(edges);
  let state = seed >>> 0;
  // Marsaglia's xorshift, 13, 17, 5.
  const draw = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
  const drawVertex = () => Math.floor(vertices * draw() ** 1.5);
  // The order of draws is part of the definition.
  for (let edge = 0; edge < edges; edge++) {
    const from = drawVertex();
    let to = from;
    while (to === from) {
      if (draw() < 0.7) {
        const start = from - (from % blockOf);
        to = start + Math.floor(Math.min(blockOf, vertices - start) * draw());
      } else to = drawVertex();
    }
    src[edge] = from;
    dst[edge] = to;
    time[edge] = Math.floor(days * 86_400 * draw());
  }
  return { src, dst, time };
}
