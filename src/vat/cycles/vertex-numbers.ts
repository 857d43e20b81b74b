/** Numbers from 0 on for names, in the order in which they come; as many as there is memory for, where a `Map` ends at 2^24. */
export type VertexNumbers = {
  /** The number of a whole name from 0 to 2^53 − 1; a new one where it was not named before. */
  readonly of: (name: number) => number;
  /** By number, as they are now. */
  readonly names: () => Float64Array;
};

/** Open addressing over typed arrays: a name is at the first free slot from where its hash points, and half of all slots stay free. */
export function numberVertices(): VertexNumbers {
  let names = new Float64Array(512);
  /** Numbers from 1 on; 0: free. A power of two of them. */
  let slots = new Int32Array(1_024);
  let count = 0;

  const slotOf = (name: number): number => {
    const last = slots.length - 1;
    let slot = hashOf(name) & last;
    for (;;) {
      const held = slots[slot] as number;
      if (held === 0 || names[held - 1] === name) return slot;
      slot = (slot + 1) & last;
    }
  };
  const grow = () => {
    const longer = new Float64Array(names.length * 2);
    longer.set(names);
    names = longer;
    slots = new Int32Array(slots.length * 2);
    for (let vertex = 0; vertex < count; vertex++) slots[slotOf(names[vertex] as number)] = vertex + 1;
  };

  return {
    of: (name) => {
      const held = slots[slotOf(name)] as number;
      if (held !== 0) return held - 1;
      if (count === names.length) grow();
      names[count] = name;
      slots[slotOf(name)] = ++count;
      return count - 1;
    },
    names: () => names.slice(0, count),
  };
}

/** Mixes both halves of it, so that names in a row, or a power of two apart, do not crowd (the finaliser of MurmurHash3). */
function hashOf(name: number): number {
  let mixed = (name >>> 0) ^ Math.imul(Math.floor(name / 2 ** 32), 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
