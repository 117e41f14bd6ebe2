/**
 * The places of an article in which a stranger's text can stand. A place of the body is one or more
 * lines of Markdown; the words around the vector must come through unharmed.
 */

/** The strings of front matter, by the path of their keys; each takes the vector as it is. */
export const FRONT_MATTER_POSITIONS = [
  ['headline'],
  ['standfirst'],
  ['byline'],
  ['dateline'],
  ['published'],
  ['updated'],
  ['language'],
  ['topics'],
  ['image', 'file'],
  ['image', 'alt'],
  ['image', 'caption'],
  ['image', 'credit'],
  ['source', 'name'],
  ['source', 'url'],
] as const;
