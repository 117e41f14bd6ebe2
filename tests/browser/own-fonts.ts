import { mkdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = join(tmpdir(), 'offprint-fonts');

/** Settings of fontconfig, for `FONTCONFIG_FILE`. See `writeFontSettings`. */
export const FONT_SETTINGS = join(folder, 'fonts.conf');

/**
 * Limits browsers on Linux to the fonts of our packages, so that lines break in the same places on
 * every machine.
 */
export async function writeFontSettings(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = `${FONT_SETTINGS}.${process.pid}`;
  await writeFile(
    unfinished,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<dir>${resolve('node_modules/@expo-google-fonts')}</dir>
<cachedir>${join(folder, 'cache')}</cachedir>
${alias('serif', 'Noto Serif')}
${alias('sans-serif', SANS)}
${alias('system-ui', SANS)}
</fontconfig>
`,
  );
  // Another run of the tests may be reading it.
  await rename(unfinished, FONT_SETTINGS);
}

/** It has the Latin letters, too. */
const SANS = 'Noto Sans Hebrew';

function alias(family: string, font: string): string {
  return `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
}
