import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { canonicalLanguage } from '../../../article/language.ts';
import { memoize } from '../../../i18n/memoize.ts';
import { markFate } from '../../document/fate.ts';
import type { Fields } from '../../document/source-document.ts';
import { plainTextOf } from '../../document/tree.ts';

/**
 * Returns the language of a document, and marks the property that says it.
 * @param stated the language in the document's properties
 * @param fallback the language that the program was set to
 */
export function languageField(
  tree: Root,
  stated: string | undefined,
  fallback: string | undefined,
): Pick<Fields, 'language'> {
  const value = settleLanguages(tree, stated ?? fallback);
  if (value === undefined) return {};
  const isStated = stated !== undefined && canonicalLanguage(stated) === value;
  const origin = isStated ? 'document properties: language' : 'language of the text';
  const property = tree.children.find(
    (node) =>
      node.type === 'element' && node.tagName === 'data' && node.properties.name === 'language',
  );
  if (isStated && property?.type === 'element') markFate(property, { moved: 'language' });
  return { language: { value, origin } };
}

/**
 * Finds the language of a document in the `lang` of its parts, and keeps only what differs from it.
 * Programs mark text with the language of the keyboard: what is written in another writing system than
 * that language has is not believed.
 * @param fallback the language to use if most of the text is not marked
 */
function settleLanguages(tree: Root, fallback: string | undefined): string | undefined {
  const marked: { node: Element; language: string; letters: number }[] = [];
  const isShown = (node: Element): boolean => node.data?.fate === undefined;
  visit(tree, 'element', (node) => {
    if (!isShown(node)) return 'skip';
    if (typeof node.properties.lang !== 'string') return undefined;
    const text = plainTextOf(node);
    const language = canonicalLanguage(node.properties.lang);
    delete node.properties.lang;
    if (language !== undefined && hasWritingSystem(text, language)) {
      marked.push({ node, language, letters: text.length });
    }
    return undefined;
  });
  const own = mostUsed(marked, plainTextOf(withoutOmitted(tree)).length) ?? ofText(fallback, tree);
  for (const { node, language } of marked) {
    if (own === undefined || !isSameLanguage(language, own)) node.properties.lang = language;
  }
  return own;
}

/** The language of more than half of the text. */
function mostUsed(
  marked: readonly { language: string; letters: number }[],
  total: number,
): string | undefined {
  const sums = new Map<string, number>();
  for (const { language, letters } of marked) {
    sums.set(language, (sums.get(language) ?? 0) + letters);
  }
  const [first] = [...sums].sort(([, a], [, b]) => b - a);
  return first && first[1] * 2 > total ? first[0] : undefined;
}

function ofText(language: string | undefined, tree: Root): string | undefined {
  const canonical = language === undefined ? undefined : canonicalLanguage(language);
  // What programs write that were not told a language.
  if (canonical === undefined || canonical === 'en-US') return undefined;
  return hasWritingSystem(plainTextOf(tree), canonical) ? canonical : undefined;
}

function withoutOmitted({ children }: Root): Root {
  return {
    type: 'root',
    children: children.filter(
      (child) => child.type !== 'element' || child.data?.fate === undefined,
    ),
  };
}

/** Whether most letters of a text are of the language's writing system. */
function hasWritingSystem(text: string, language: string): boolean {
  const own = ownLetters(language);
  if (!own) return false;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(own) * 2 > count(/\p{Letter}/gu);
}

/** The letters of the language's writing system. Making a pattern takes longer than using it. */
const ownLetters = memoize((language): RegExp | undefined => {
  const { script } = maximized(language);
  const names = (SEVERAL[script] ?? [script]).map((name) => `\\p{Script=${name}}`);
  try {
    return new RegExp(`(?=\\p{Letter})[${names.join('')}]`, 'gu');
  } catch {
    // A writing system that this version of Unicode does not know.
    return undefined;
  }
});

const maximized = memoize((tag): { readonly language: string; readonly script: string } => {
  const { language, script = '' } = new Intl.Locale(tag).maximize();
  return { language, script };
});

/** ISO 15924 codes that stand for several scripts of Unicode. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Han', 'Hira', 'Kana'],
  Kore: ['Hang', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
};

/** `en-GB` and `en-US` are the same language here, `zh-CN` and `zh-TW` are not. */
function isSameLanguage(a: string, b: string): boolean {
  const [first, second] = [maximized(a), maximized(b)];
  return first.language === second.language && first.script === second.script;
}
