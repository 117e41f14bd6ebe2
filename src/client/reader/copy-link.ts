import { control } from './control.ts';

/** The address of the page, without its fragment. */
export function pageAddress(): string {
  return location.href.replace(location.hash, '');
}

/** Copies a link. Then the button says so. */
export async function copyLink(button: HTMLButtonElement, link: string): Promise<void> {
  await navigator.clipboard.writeText(link);
  button.textContent = control('passage').value;
}
