/** Prefixes by the URIs of namespaces. An empty prefix means names without one. */
export type Namespaces = Readonly<Record<string, string>>;

type Attributes = Readonly<Record<string, string>>;

/**
 * Gives names the usual prefixes. Programs may choose others: `ns0:p` is `w:p`, if the document says
 * that `ns0` is Word's namespace.
 */
export class XmlNames {
  readonly #namespaces: Namespaces;
  /** For each open element: the prefixes of the document that have another name here. */
  readonly #scopes: ReadonlyMap<string, string>[] = [new Map()];

  constructor(namespaces: Namespaces) {
    this.#namespaces = namespaces;
  }

  open(name: string, attributes: Attributes): { name: string; attributes: Attributes } {
    const outer = this.#scopes.at(-1) ?? new Map<string, string>();
    const scope = this.#scopeOf(attributes, outer);
    this.#scopes.push(scope);
    if (scope.size === 0) return { name, attributes };
    const renamed = Object.entries(attributes).map(([key, value]) => [
      key.includes(':') ? rename(key, scope) : key,
      value,
    ]);
    return {
      name: rename(name, scope),
      attributes: Object.fromEntries(renamed) as Attributes, // Of pairs of strings.
    };
  }

  close(): void {
    this.#scopes.pop();
  }

  #scopeOf(attributes: Attributes, outer: ReadonlyMap<string, string>) {
    let scope: Map<string, string> | undefined;
    for (const [key, uri] of Object.entries(attributes)) {
      if (!key.startsWith('xmlns')) continue;
      const prefix = key.slice('xmlns:'.length);
      const usual = this.#namespaces[uri] ?? prefix;
      if (usual === prefix && !outer.has(prefix)) continue;
      scope ??= new Map(outer);
      if (usual === prefix) scope.delete(prefix);
      else scope.set(prefix, usual);
    }
    return scope ?? outer;
  }
}

function rename(name: string, scope: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const usual = scope.get(colon === -1 ? '' : name.slice(0, colon));
  if (usual === undefined) return name;
  return `${usual}${usual === '' ? '' : ':'}${name.slice(colon + 1)}`;
}
