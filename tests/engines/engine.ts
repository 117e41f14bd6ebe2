/** The browser engines of the tests, and the packages of Debian that bring those that npm does not. */
export const ENGINES = {
  chromium: [],
  firefox: [{ command: 'firefox-esr', package: 'firefox-esr' }],
  webkit: [
    { command: 'WebKitWebDriver', package: 'webkit2gtk-driver' },
    { command: 'xvfb-run', package: 'xvfb xauth' },
  ],
} as const;

export type EngineName = keyof typeof ENGINES;

/** The keys that tests press, and the code points that WebDriver has for them. */
export const KEYS = { Enter: '\uE007', Escape: '\uE00C', ArrowRight: '\uE014' } as const;

/** A browser with one tab. Selectors are CSS and must match an element that can be seen. */
export interface Engine {
  /** Opens a page, and waits until it has loaded. */
  readonly open: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Runs a function in the page, and awaits and returns what it returns, as JSON. */
  readonly evaluate: <Result>(
    run: (...args: string[]) => Result | Promise<Result>,
    ...args: string[]
  ) => Promise<Result>;
  readonly click: (selector: string) => Promise<void>;
  /** Types text into the focused element. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (key: keyof typeof KEYS) => Promise<void>;
  /** What the window shows, as PNG, also while a page loads. */
  readonly screenshot: () => Promise<Uint8Array>;
  /** Prints the page to PDF. WebKitWebDriver has no such command. */
  readonly print?: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}
