import type { SitePath } from '../article/address.ts';
import { iconUrl, readMark, type Mark } from '../content/marks/read-mark.ts';
import type { Publication } from '../publication.ts';

/** A logo as a file of the site. */
export interface LogoFile {
  readonly path: SitePath;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The publisher's signs. */
export interface Brand {
  /** In place of the name. */
  readonly logo?: LogoFile;
  /** The same for dark themes. */
  readonly darkLogo?: LogoFile;
  /** A `data:` URL. */
  readonly icon?: string;
}

/** The files of the logos, by their paths in the site. */
export async function logoFiles({ logo }: Publication): Promise<ReadonlyMap<SitePath, Mark>> {
  const marks = [
    ['logo', await markOf(logo?.light)],
    ['logo-dark', await markOf(logo?.dark)],
  ] as const;
  return new Map(
    marks.flatMap(([name, mark]) => (mark ? [[`brand/${name}.${mark.extension}`, mark]] : [])),
  );
}

export async function readBrand(publication: Publication): Promise<Brand> {
  const icon = await markOf(publication.icon);
  const files = [...(await logoFiles(publication))].map(([path, { width, height }]) => {
    return { path, width, height };
  });
  const logo = files.find(({ path }) => path.startsWith('brand/logo.'));
  const darkLogo = files.find(({ path }) => path.startsWith('brand/logo-dark.'));
  return {
    ...(logo && { logo }),
    ...(darkLogo && { darkLogo }),
    ...(icon && { icon: await iconUrl(icon) }),
  };
}

/** Ignores faulty files, which the loader reports (see `findBadMarks`). */
async function markOf(file: string | undefined): Promise<Mark | undefined> {
  const read = file === undefined ? undefined : await readMark(file);
  return read?.ok === true ? read.mark : undefined;
}
