/** The text of a module and all that it imports, as one script (see `build/inline-script.ts`). */
declare module '*?inline-script' {
  const text: string;
  export default text;
}
