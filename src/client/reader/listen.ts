import { control } from './control.ts';
import { root } from './root.ts';

/** The elements of an article that hold words on lines of their own. */
const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,td,th,pre,figcaption';

/**
 * Reads the article aloud with the browser's own speech synthesis, block by block, marking the one
 * that is read. Offered only where the system itself has a voice for the article's language: a
 * voice from elsewhere would send the words there.
 */
export function listen(article: HTMLElement): void {
  // TypeScript takes it for granted; not every browser has it.
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!speech) return;
  const player = control('player');
  const toggle = control('pause');
  const [pauseLabel, resumeLabel] = [toggle.textContent, toggle.value];
  const speed = control('speed');
  /** What is read, since the player was opened. */
  let blocks: [Element, string][];
  /** The block that is read, and the character of it. */
  let index = 0;
  let offset = 0;
  /** What is being said; nothing while paused or closed. */
  let saying: SpeechSynthesisUtterance | undefined;

  const mark = (block?: Element): void => {
    article.querySelector('[aria-current]')?.removeAttribute('aria-current');
    block?.setAttribute('aria-current', 'true');
    block?.scrollIntoView({ block: 'center' });
  };
  // Not `speech.pause()`: Android takes it for the end. What was not said yet is said anew.
  const pause = (): void => {
    saying = undefined;
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
    const utterance = new SpeechSynthesisUtterance(text.slice(start));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = speed.valueAsNumber;
    utterance.onboundary = ({ charIndex }) => (offset = start + charIndex);
    utterance.onend = () => {
      if (saying !== utterance) return;
      index++;
      offset = 0;
      speak();
    };
    saying = utterance;
    toggle.textContent = pauseLabel;
    mark(element);
    speech.speak(utterance);
  };

  // Its buttons open and close the player by themselves.
  player.ontoggle = ({ newState }) => {
    index = offset = 0;
    pause();
    mark();
    if (newState !== 'open') return;
    // Not before it is wanted: to copy every block takes its time.
    blocks = spokenBlocks(article);
    speak();
  };
  player.onkeydown = ({ key }) => {
    if (key === 'Escape') player.hidePopover();
  };
  toggle.onclick = () => {
    if (saying) pause();
    else speak();
  };
  speed.onchange = () => {
    if (saying) speak();
  };
  window.onpagehide = pause;
  const offer = (): void => {
    control('listen').hidden = !ownVoices()[0];
  };
  offer();
  // Most browsers learn only later which voices there are.
  speech.onvoiceschanged = offer;
}

/**
 * The article's blocks with their own words: those of blocks inside come in their turn, and the
 * numbers of footnotes would be read into the text. Of all links, only a note's two have roles.
 */
function spokenBlocks(article: HTMLElement): [Element, string][] {
  return [...article.querySelectorAll(BLOCKS)]
    .map((block): [Element, string] => {
      const copy = block.cloneNode(true) as Element;
      for (const part of copy.querySelectorAll(`a[role],${BLOCKS}`)) part.remove();
      return [block, copy.textContent];
    })
    .filter(([, text]) => text.trim());
}

/** The system's own voices for the article's language. */
function ownVoices(): SpeechSynthesisVoice[] {
  return speechSynthesis.getVoices().filter(
    // Tags are parted by hyphens, on Android by underscores.
    ({ lang, localService }) =>
      localService && lang.split(/[-_]/)[0] === root.lang.split(/[-_]/)[0],
  );
}

/**
 * The voice of the region that the article's language names, or is most spoken in. Asked only when
 * it is to speak: browsers load much to answer where a language is spoken.
 */
function bestVoice(): SpeechSynthesisVoice | undefined {
  const voices = ownVoices();
  const { region = '' } = new Intl.Locale(root.lang).maximize();
  return voices.find(({ lang }) => lang.includes(region)) ?? voices[0];
}
