import type { SitePath } from '../article/address.ts';
import type { Publication } from '../publication.ts';

/** What all pages need to know about the site. */
export interface Site {
  readonly publication: Publication;
  /** The pages in the site navigation. */
  readonly sections: readonly SitePath[];
  /** The publication's feeds. */
  readonly feeds: readonly AnnouncedFeed[];
}

/** A feed in the `<head>` of a page. */
export interface AnnouncedFeed {
  readonly path: SitePath;
  /** The media type. */
  readonly type: string;
  readonly title: string;
}

/** Open Graph metadata that only articles have (https://ogp.me/#type_article). */
export interface Card {
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly topics: readonly string[];
}

/** A social card image. */
export interface CardPicture {
  readonly path: SitePath;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}
