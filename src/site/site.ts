import type { SitePath } from '../article/address.ts';
import type { Brand } from './brand.ts';
import type { Publication } from '../publication.ts';

/** What all pages need to know about the site. */
export interface Site {
  readonly publication: Publication;
  /** The pages in the site navigation. */
  readonly sections: readonly SitePath[];
  readonly brand: Brand;
  /** The publisher's links above every page. */
  readonly navigation: readonly SiteLink[];
  /** Further links below every page. */
  readonly footer: readonly SiteLink[];
  /** The publication's feeds. */
  readonly feeds: readonly AnnouncedFeed[];
  /** The languages of articles and other content (BCP 47). */
  readonly languages: readonly string[];
  /** The year of the newest article. Lists leave it out of their dates. */
  readonly year: string | undefined;
}

/** A link in the navigation or the footer: to a page of the site, or elsewhere. */
export interface SiteLink {
  readonly name: string;
  /** The language of the name, if it is known (BCP 47). */
  readonly language?: string | undefined;
  readonly path?: SitePath;
  /** If it leads out of the site. */
  readonly url?: string;
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
