import {
  ARCHIVE_PAGE,
  CORRECTIONS_PAGE,
  SEARCH_PAGE,
  TOPICS_PAGE,
  type SitePath,
} from '../article/address.ts';
import type { Words } from '../i18n/words.ts';

/** The name of a section of the publication. */
export function sectionName(section: SitePath, words: Words): string {
  switch (section) {
    case TOPICS_PAGE:
      return words.topics;
    case ARCHIVE_PAGE:
      return words.archive;
    case CORRECTIONS_PAGE:
      return words.corrections;
    case SEARCH_PAGE:
      return words.search;
    default:
      return words.frontPage;
  }
}
