/**
 * The name of the root element, told by the start of a file: `rss`, without its prefix. `undefined` if
 * the file is not XML.
 * @param start read as Latin-1, also of UTF-16
 */
export function xmlRoot(start: string): string | undefined {
  const text = start.replace(/^[\u00FE\u00FF]{2}/, '').replaceAll('\0', '');
  const prolog =
    /^\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*/i;
  const rest = text.slice(prolog.exec(text)?.[0].length ?? 0);
  return /^<(?:[\w.-]+:)?(?<name>[\w.-]+)[\s/>]/.exec(rest)?.groups?.name;
}
