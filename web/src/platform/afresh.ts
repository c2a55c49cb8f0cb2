/**
 * Makes of work one that is done once at a time. What is under way may have been answered before the change that the
 * caller knows of, so it is followed by one more, for all who ask meanwhile.
 */
export function afresh(work: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  let another: Promise<void> | undefined;
  const ask = (): Promise<void> => {
    if (!underWay) {
      underWay = work().finally(() => (underWay = undefined));
      return underWay;
    }
    const next = () => {
      another = undefined;
      return ask();
    };
    another ??= underWay.then(next, next);
    return another;
  };
  return ask;
}
