/**
 * A function that works out its answer once for each argument and remembers it. For what is asked
 * on every page and costs more than the rest of the page: formats, rules of a language.
 */
export function onceForEach<Value>(work: (argument: string) => Value): (argument: string) => Value {
  const known = new Map<string, Value>();
  return (argument) => {
    const before = known.get(argument);
    if (before !== undefined) return before;
    const value = work(argument);
    known.set(argument, value);
    return value;
  };
}
