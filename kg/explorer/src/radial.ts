/** A neighbourhood drawn around its centre: each step a ring, each entity in the sector of the one it hangs on. */

type Near = (node: number) => number[];

export function radial(centre: number, chosen: Set<number>, near: Near, kind: number[]): Map<number, [number, number]> {
  const { order, below, depth } = tree(centre, chosen, near, kind);
  const leaves = new Map<number, number>();
  for (const node of [...order].reverse()) {
    leaves.set(node, Math.max(1, sum(below.get(node)!.map((child) => leaves.get(child)!))));
  }
  const rings = Math.max(...depth.values(), 1);
  const wide = Math.max(1, leaves.get(centre)! / 26);
  const places = new Map<number, [number, number]>([[centre, [0, 0]]]);
  const sector = new Map([[centre, [0, 2 * Math.PI] as [number, number]]]);
  for (const node of order) {
    let [from, to] = sector.get(node)!;
    const step = (to - from) / sum(below.get(node)!.map((child) => leaves.get(child)!));
    below.get(node)!.forEach((child, at) => {
      const angle = step * leaves.get(child)!;
      sector.set(child, [from, from + angle]);
      // Neighbours in a full ring stand in turn nearer and farther, so that their names have room.
      const radius = depth.get(child)! * wide * (rings > 1 ? 1 : 1 + 0.28 * (at % 2) * Number(wide > 0.7));
      places.set(child, [1.7 * radius * Math.cos(from + angle / 2), radius * Math.sin(from + angle / 2)]);
      from += angle;
    });
  }
  return places;
}

interface Tree { order: number[]; below: Map<number, number[]>; depth: Map<number, number> }

/** Breadth first, entities of a kind side by side; what hangs on nothing hangs on the centre. */
function tree(centre: number, chosen: Set<number>, near: Near, kind: number[]): Tree {
  const order = [centre];
  const depth = new Map([[centre, 0]]);
  const below = new Map<number, number[]>([[centre, []]]);
  const hang = (child: number, node: number): void => {
    order.push(child);
    depth.set(child, depth.get(node)! + 1);
    below.get(node)!.push(child);
    below.set(child, []);
  };
  for (let at = 0; at < order.length; at += 1) {
    const node = order[at];
    const fresh = near(node).filter((each) => chosen.has(each) && !depth.has(each));
    for (const child of fresh.sort((a, b) => kind[a] - kind[b])) hang(child, node);
    if (at === order.length - 1) {
      const stray = [...chosen].find((each) => !depth.has(each));
      if (stray !== undefined) hang(stray, centre);
    }
  }
  return { order, below, depth };
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
