/**
 * Caches the results of a function by its argument. For objects that every page needs and that are
 * slow to create, like the formats of `Intl`.
 */
export function memoize<Value>(compute: (argument: string) => Value): (argument: string) => Value {
  const cache = new Map<string, Value>();
  return (argument) => {
    const cached = cache.get(argument);
    if (cached !== undefined) return cached;
    const value = compute(argument);
    cache.set(argument, value);
    return value;
  };
}
