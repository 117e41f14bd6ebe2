/** Elements that start a paragraph of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ' +
    'note ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul ' +
    'iframe video audio object embed'
  ).split(' '),
);

/** The elements of HTML, with those of our own for notes. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br ' +
    'button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div ' +
    'dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head ' +
    'header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta ' +
    'meter nav nobr noembed noframes noscript note note-ref object ol optgroup option output p param ' +
    'picture pre progress q rb rp rt rtc ruby s samp script search section select slot small source span ' +
    'strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title ' +
    'tr track tt u ul var video wbr'
  ).split(' '),
);

/**
 * Whether nobody knows what an element would show. Custom elements show their content.
 * @param isEmpty whether it has no content
 */
export function isUnknown(tagName: string, isEmpty: boolean): boolean {
  if (KNOWN.has(tagName) || OFFICE.test(tagName)) return false;
  return isEmpty || !tagName.includes('-');
}

/** Word and LibreOffice write these into HTML: empty ends of paragraphs, smart tags, and fields. */
const OFFICE = /^(?:o:p|st\d+:[\w-]+|sdfield)$/;

/** Elements of which a browser shows nothing. */
export const CODE: ReadonlySet<string> = new Set([
  'script', 'style', 'noscript', 'template', 'noembed', 'noframes', 'datalist', 'title',
]); // prettier-ignore

export const CONTROLS: ReadonlySet<string> = new Set([
  'button', 'input', 'select', 'option', 'optgroup', 'textarea', 'progress', 'meter', 'keygen',
]); // prettier-ignore

/** Inline elements that an article can have as tags, with the attributes that come along. */
export const TAGS: Readonly<Record<string, readonly string[]>> = {
  abbr: ['title'],
  bdi: [],
  cite: [],
  mark: [],
  q: [],
  rp: [],
  rt: [],
  ruby: [],
  small: [],
  sub: [],
  sup: [],
  time: ['dateTime'],
};
