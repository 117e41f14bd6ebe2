const words = (text: string): string[] => text.trim().split(/\s+/);

/** What the page of an article may contain, whatever its text is. */
export const ALLOWED = {
  tags: words(`
    a abbr article audio b bdi blockquote br cite code del details div em figcaption figure footer h1 h2 h3 h4 h5
    h6 header hr i img kbd li mark ol p picture pre q rp rt ruby s section small source span strong
    sub sup table tbody td th thead time tr u ul`),
  attributes: words(`
    alt aria-label aria-labelledby class controls data-align data-gallery data-link-card
    data-pull-quote data-recording datetime decoding dir fetchpriority height href
    id lang loading preload rel role scope sizes src srcset start tabindex title type width`),
  schemes: ['http:', 'https:', 'mailto:', 'tel:'],
};

/** Elements that no page of the site but that of an article has. */
export const FORBIDDEN_TAGS = words(`
  animate applet audio base bgsound embed frame frameset iframe isindex link marquee math meta object
  style template textarea title video xml xmp`);

/** Attributes that hold one URL. */
export const URL_ATTRIBUTES = ['href', 'src', 'action', 'formaction', 'poster', 'data'];
