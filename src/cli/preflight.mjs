/*
 * The first part of the npm scripts: stops with a sentence where Offprint cannot run. In JavaScript,
 * because older versions of Node.js cannot run TypeScript.
 */
/* global console, process */

/** Vite takes them for the end of a path. */
const refused = /[#?]/.exec(process.cwd());

if (!process.features.typescript) {
  stop(
    `Offprint needs Node.js 22.18 or newer, and this is ${process.versions.node}: install Node.js 24, or run "npm ci --ignore-scripts=false", which adds the right one to this project.`,
  );
} else if (refused) {
  stop(
    `Offprint cannot work in a folder with "${refused[0]}" in its path: rename ${process.cwd()}, or move the project out of it.`,
  );
}

/** @param {string} sentence */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
