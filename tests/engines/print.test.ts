import { inflateSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { pagesOf } from '../browser/reading/open-page.ts';
import { useEngine } from './use-engine.ts';

const { engine, host } = useEngine();

// WebKitWebDriver can't print, and can't set the media type either.
test.skipIf(inject('engine') === 'webkit').each(pagesOf('fixtureSite'))(
  '%s can be printed',
  async (path) => {
    const browser = engine();
    await browser.open(host().url + encodeURI(path));
    const pdf = Buffer.from((await browser.print?.()) ?? []);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = objectsOf(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThan(6);
  },
);

/** The objects of a PDF. Chromium writes them as text, Firefox into compressed streams. */
function objectsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = text.matchAll(/\/Type \/ObjStm[^>]*>>\s*stream\r?\n(.*?)endstream/gs);
  return (
    text + [...streams].map(([, data = '']) => inflateSync(Buffer.from(data, 'latin1'))).join('\n')
  );
}
