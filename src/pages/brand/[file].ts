import type { APIRoute, GetStaticPaths } from 'astro';
import { logoFiles } from '../../site/brand.ts';
import { publicationContents } from '../../site/contents.ts';
import { withCacheKeys } from '../../site/page-key.ts';

/** The publisher's logos. */
export const getStaticPaths = (async () => {
  const { publication } = await publicationContents();
  const files = [...(await logoFiles(publication))];
  return withCacheKeys(
    files.map(([path, mark]) => ({
      params: { file: path.replace('brand/', '') },
      props: { mark },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ mark: { readonly bytes: Uint8Array<ArrayBuffer> } }> = ({ props }) =>
  new Response(props.mark.bytes);
