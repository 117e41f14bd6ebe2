/**
 * An address as its author wrote it: Markdown percent-encodes addresses, but a file has its name and
 * a heading its words. What is no encoded text stays as it is.
 */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
