/** Numbers footnotes and endnotes in the order in which the text refers to them. */
export class NoteNumbers {
  readonly #numbers = new Map<string, number>();

  /** @param kind `footnote` or `endnote` */
  refer(kind: string, id: string): string {
    const key = `${kind} ${id}`;
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return String(number);
  }

  /** `undefined` for a note that nothing refers to. */
  numberOf(kind: string, id: string): string | undefined {
    return this.#numbers.get(`${kind} ${id}`)?.toString();
  }
}
