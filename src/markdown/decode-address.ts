/**
 * Decodes the address of a link or picture. Markdown percent-encodes addresses, but file names and
 * headings are not encoded. Returns an address with invalid encoding unchanged.
 */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
