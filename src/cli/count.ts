/** A number with its noun: `count(1, 'article')` is `1 article`, `count(1200, 'article')` is `1,200 articles`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
