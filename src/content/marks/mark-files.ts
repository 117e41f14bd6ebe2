import type { Publication } from '../../publication.ts';

/** Returns the files of the logos and the icon, relative to the project. */
export function markFiles({ logo, icon }: Publication): ReadonlySet<string> {
  const paths = [logo?.light, logo?.dark, icon].filter((path) => path !== undefined);
  return new Set(paths.map(contentFile));
}

/** Returns the file of a path in `publication.yaml`, relative to the project. */
export function contentFile(path: string): string {
  return `content/${path.replace(/^\.\//, '')}`;
}
