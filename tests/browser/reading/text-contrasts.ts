/** A visible text, and the contrast ratio with its background (WCAG 2.2). */
export interface TextContrast {
  readonly text: string;
  readonly color: string;
  readonly background: string;
  readonly ratio: number;
}

/** Measures the contrast of every visible text. Runs in the page, and supports only opaque colours. */
export function textContrasts(): TextContrast[] {
  const channels = (color: string): number[] => {
    const numbers = color.match(/[\d.]+/g)?.map(Number) ?? [];
    // Of `color-mix()`, from 0 to 1.
    if (color.startsWith('color(srgb ')) return numbers.map((number) => number * 255);
    if (!color.startsWith('rgb')) throw new Error(`Cannot measure the colour ${color}.`);
    return numbers;
  };
  const isClear = (color: string): boolean => channels(color)[3] === 0;
  // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(color)
      .map((channel) => channel / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgroundOf = (element: Element | null): string => {
    if (!element) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return isClear(backgroundColor) ? backgroundOf(element.parentElement) : backgroundColor;
  };

  const contrasts: TextContrast[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.nodeValue?.trim() ?? '';
    if (!element || text === '' || !element.checkVisibility()) continue;
    const { color } = getComputedStyle(element);
    const background = backgroundOf(element);
    const [lighter = 0, darker = 0] = [luminance(color), luminance(background)].sort(
      (one, other) => other - one,
    );
    contrasts.push({ text, color, background, ratio: (lighter + 0.05) / (darker + 0.05) });
  }
  return contrasts;
}
