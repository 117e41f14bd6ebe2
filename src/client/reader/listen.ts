import { control } from './control.ts';
import { root } from './root.ts';

/** The elements of an article that are read one after the other. */
export const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,td,th,pre,figcaption';

/**
 * Reads the article aloud with the browser's speech synthesis, block by block, and marks the current
 * block. Needs a local voice for the article's language: remote voices would send the text to their
 * server.
 */
export function listen(article: HTMLElement): void {
  // Missing in some browsers, although TypeScript says otherwise.
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!speech) return;
  const player = control('player');
  const toggle = control('pause');
  const [pauseLabel, resumeLabel] = [toggle.textContent, toggle.value];
  const speed = control('speed');
  /** The blocks to read. Set when the player opens. */
  let blocks: [Element, string][];
  /** The current block, and the current character in it. */
  let index = 0;
  let offset = 0;
  /** Undefined while paused or closed. */
  let current: SpeechSynthesisUtterance | undefined;

  const heard = control('heard');
  const mark = (block?: Element): void => {
    article.querySelector('[aria-current]')?.removeAttribute('aria-current');
    block?.setAttribute('aria-current', 'true');
    block?.scrollIntoView({ block: 'center' });
  };
  // `speech.pause()` ends the utterance on Android. Cancel it, and speak the rest to resume.
  const pause = (): void => {
    // Some browsers fire these events for a cancelled utterance.
    if (current) current.onend = current.onerror = () => undefined;
    current = undefined;
    speech.cancel();
    toggle.textContent = resumeLabel;
  };
  const speak = (): void => {
    pause();
    const voice = bestVoice();
    const [element, text] = blocks[index] ?? [];
    if (!text || !voice) {
      player.hidePopover();
      return;
    }
    const start = offset;
    current = Object.assign(new SpeechSynthesisUtterance(text.slice(start)), {
      voice,
      lang: voice.lang,
      rate: speed.valueAsNumber,
      onboundary: ({ charIndex }: SpeechSynthesisEvent) => (offset = start + charIndex),
      onend: () => {
        move(1);
      },
      // For example, because another app uses the speaker. The reader can resume.
      onerror: pause,
    });
    toggle.textContent = pauseLabel;
    heard.value = `${index + 1} / ${blocks.length}`;
    mark(element);
    speech.speak(current);
  };

  const move = (blocks: number): void => {
    index = Math.max(0, index + blocks);
    offset = 0;
    speak();
  };

  // The player is a popover that its buttons open and close.
  player.ontoggle = ({ newState }) => {
    index = offset = 0;
    pause();
    mark();
    if (newState !== 'open') return;
    // Only now, because copying every block is slow.
    blocks = spokenBlocks(article);
    speak();
  };
  player.onkeydown = ({ key }) => {
    if (key === 'Escape') player.hidePopover();
  };
  toggle.onclick = () => {
    if (current) pause();
    else speak();
  };
  control('back').onclick = () => {
    move(-1);
  };
  control('skip').onclick = () => {
    move(1);
  };
  speed.oninput = () => {
    speed.nextElementSibling?.replaceChildren(`${speed.value}×`);
    if (current) speak();
  };
  window.onpagehide = pause;
  const showButton = (): void => {
    control('listen').hidden = !localVoices()[0];
  };
  showButton();
  // Most browsers load their voices later.
  speech.onvoiceschanged = showButton;
}

/**
 * The blocks of the article with their text, without nested blocks, which are read in their turn,
 * without the reading bar, and without links to and from footnotes. No other links have a role.
 */
function spokenBlocks(article: HTMLElement): [Element, string][] {
  return [...article.querySelectorAll(`:is(${BLOCKS}):not(aside *)`)]
    .map((block): [Element, string] => {
      const copy = block.cloneNode(true) as Element;
      for (const part of copy.querySelectorAll(`a[role],${BLOCKS}`)) part.remove();
      return [block, copy.textContent];
    })
    .filter(([, text]) => text.trim());
}

/** The local voices for the article's language. */
function localVoices(): SpeechSynthesisVoice[] {
  return speechSynthesis.getVoices().filter(
    // Android separates subtags with underscores.
    ({ lang, localService }) =>
      localService && lang.split(/[-_]/)[0] === root.lang.split(/[-_]/)[0],
  );
}

/**
 * The voice for the article's region, or for the region where its language is most spoken. Slow at
 * the first call, because browsers load data for `maximize()`.
 */
function bestVoice(): SpeechSynthesisVoice | undefined {
  const voices = localVoices();
  const { region = '' } = new Intl.Locale(root.lang).maximize();
  return voices.find(({ lang }) => lang.includes(region)) ?? voices[0];
}
