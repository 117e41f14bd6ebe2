import type { SitePath } from '../article/address.ts';
import type { Publication } from '../publication.ts';

/** What every page knows of the site that it is part of. */
export interface Site {
  readonly publication: Publication;
  /** The pages that every page leads to. */
  readonly sections: readonly SitePath[];
  /** The publication's feeds. */
  readonly feeds: readonly AnnouncedFeed[];
}

/** A feed as the head of a page announces it. */
export interface AnnouncedFeed {
  readonly path: SitePath;
  /** Its media type. */
  readonly type: string;
  readonly title: string;
}

/** What an article's card says beyond that of any page. */
export interface Card {
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly topics: readonly string[];
}

/** The picture of a card, in pixels. */
export interface CardPicture {
  readonly path: SitePath;
  readonly width: number;
  readonly height: number;
  /** What it shows, for someone who cannot see it. */
  readonly alt: string;
}
