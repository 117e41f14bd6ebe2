/** The source of a module bundled with its imports (see `src/integration/inline-script.ts`). */
declare module '*?inline-script' {
  const text: string;
  export default text;
}
