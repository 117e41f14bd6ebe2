import { ALLOWED, FORBIDDEN_TAGS, URL_ATTRIBUTES } from '../hostile/allowed-html.ts';
import type { Page } from 'playwright-core';

/** What the page at a path must show. */
export interface Expectation {
  readonly path: string;
  /** Texts that must each occur once, in this order. */
  readonly marks: readonly string[];
  /** The exact text of the heading. */
  readonly headline?: string;
  /** Whether the page lists articles, and is not an article itself. */
  readonly lists?: boolean;
}

/** What is in a frame. */
export interface Inspection {
  /** What no article may add to its page. */
  readonly faults: readonly string[];
  /** The distinct elements around the article, each with the names of its attributes. */
  readonly around: readonly string[];
}

/** The fault of a frame that has left the page it was opened with. */
export const LEFT = 'the frame shows another page';

/** Inspects the frames of a page, each named after the path of the page in it. */
export async function inspectFrames(
  page: Page,
  expectations: readonly Expectation[],
): Promise<readonly Inspection[]> {
  const rules = { ALLOWED, FORBIDDEN_TAGS, URL_ATTRIBUTES, LEFT };
  return page.evaluate(inspectAll, { expectations, rules });
}

/** Runs in the page, so it can use nothing from this module. */
const inspectAll = ({
  expectations,
  rules,
}: {
  readonly expectations: readonly Expectation[];
  readonly rules: {
    readonly ALLOWED: typeof ALLOWED;
    readonly FORBIDDEN_TAGS: readonly string[];
    readonly URL_ATTRIBUTES: readonly string[];
    readonly LEFT: string;
  };
}): Inspection[] => {
  const frames = [...document.querySelectorAll('iframe')];
  return expectations.map((expectation) => {
    try {
      const frame = frames.find(({ name }) => name === expectation.path);
      if (!frame) throw new Error('there is no frame');
      return inspect(frame, expectation);
    } catch (error) {
      return { faults: [`the page cannot be inspected: ${String(error)}`], around: [] };
    }
  });

  function inspect(
    frame: HTMLIFrameElement,
    { path, marks, headline, lists }: Expectation,
  ): Inspection {
    const page = pageIn(frame);
    if (page?.location.pathname !== new URL(path, location.href).pathname) {
      return { faults: [rules.LEFT], around: [] };
    }
    if (lists === true) return { faults: faultsOfList(page.body), around: [] };
    const article = page.querySelector('main > article');
    if (!article) return { faults: ['there is no article'], around: [] };
    const heading = page.querySelector('h1')?.textContent;
    const resources = frame.contentWindow?.performance.getEntriesByType('resource') ?? [];
    const around = [...page.querySelectorAll('*')]
      .filter((element) => !article.contains(element))
      .map((element) => `${element.localName} ${element.getAttributeNames().join(' ')}`);
    return {
      faults: [
        ...faultsOfArticle(article),
        ...(headline === undefined || heading === headline ? [] : [`the headline is ${heading}`]),
        ...faultsOfMarks(article.textContent, marks),
        ...resources
          .filter(({ name }) => !/\/assets\/dot\.[\w-]+\.gif$/.test(name))
          .map(({ name }) => `the page requested ${name}`),
      ],
      around: [...new Set(around)],
    };
  }

  function pageIn(frame: HTMLIFrameElement): Document | null {
    try {
      return frame.contentDocument;
    } catch {
      return null;
    }
  }

  function faultsOfList(body: HTMLElement): string[] {
    return [...body.querySelectorAll('*')].flatMap((element) => [
      ...(rules.FORBIDDEN_TAGS.includes(element.localName)
        ? [`<${element.localName}> is on the page`]
        : []),
      ...element
        .getAttributeNames()
        .filter((name) => name.startsWith('on') || name === 'style')
        .map((name) => `the attribute ${name}`),
      ...faultsOfUrls(element),
    ]);
  }

  function faultsOfArticle(article: Element): string[] {
    // All but the reading bar, which is no part of the article's text.
    return [...article.querySelectorAll(':not(aside, aside *)')].flatMap((element) => [
      ...(rules.ALLOWED.tags.includes(element.localName)
        ? []
        : [`<${element.localName}> is in the article`]),
      ...[...element.attributes]
        .filter(({ name, value }) => !isAllowed(name, value))
        .map(({ name, value }) => `the attribute ${name}="${value}"`),
      ...faultsOfUrls(element),
    ]);
  }

  function isAllowed(name: string, value: string): boolean {
    if (name === 'tabindex') return value === '0';
    if (name === 'id') return /^(?:section-|fn-\d|fnref-\d|key-points$|corrections$)/.test(value);
    if (name === 'class')
      return /^(?:standfirst|byline|details|credit|long|upright|key-points|corrections)$/.test(
        value,
      );
    return rules.ALLOWED.attributes.includes(name);
  }

  function faultsOfUrls(element: Element): string[] {
    return rules.URL_ATTRIBUTES.flatMap((name) => {
      const value = element.getAttribute(name);
      if (value === null) return [];
      const url = URL.parse(value, element.baseURI);
      if (!url || !rules.ALLOWED.schemes.includes(url.protocol)) return [`the URL ${value}`];
      return url.username + url.password === '' ? [] : [`the credentials in ${value}`];
    });
  }

  function faultsOfMarks(text: string, marks: readonly string[]): string[] {
    const faults: string[] = [];
    let at = 0;
    for (const mark of marks) {
      const found = text.indexOf(mark, at);
      if (found === -1 || text.includes(mark, found + 1)) faults.push(`the text lacks "${mark}"`);
      else at = found;
    }
    return faults;
  }
};
