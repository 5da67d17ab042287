/** Some of the purposes that a request names, a bit each: the first named is the lowest. */
export type PurposeSet = number;

/** All of so many purposes. */
export function everyPurpose(count: number): PurposeSet {
  return (1 << count) - 1;
}

/** The first named of these alone: what several of them permit is asked for, and recorded, under it. */
export function firstPurpose(set: PurposeSet): PurposeSet {
  return set & -set;
}

/** The places of these among the request's purposes. */
export function purposePlaces(set: PurposeSet): readonly number[] {
  const places: number[] = [];
  for (let place = 0; set >>> place !== 0; place++) if ((set >>> place) & 1) places.push(place);
  return places;
}
