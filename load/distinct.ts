/** Tells records of one key apart by their order: two episodes of one day are two. */
export function distinct(): (sourceId: string) => string {
  const seen = new Map<string, number>();
  return (sourceId) => {
    const nth = (seen.get(sourceId) ?? 0) + 1;
    seen.set(sourceId, nth);
    return nth === 1 ? sourceId : `${sourceId}#${nth}`;
  };
}
