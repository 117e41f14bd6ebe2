import { blockOf } from './blocks.ts';
import { control } from './control.ts';

/**
 * Reads the article aloud with the browser's own speech synthesis, block by block, marking the one
 * that is read. Offered only where the system itself has a voice for the article's language: a
 * voice from elsewhere would send the words there.
 */
export function listen(article: HTMLElement): void {
  // TypeScript takes it for granted; not every browser has it.
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!speech) return;
  const button = control('listen');
  const player = control('player');
  const toggle = control('pause');
  const [pauseLabel, resumeLabel] = [toggle.textContent, toggle.value];
  const speed = control<HTMLInputElement>('speed');
  const blocks = spokenBlocks(article);
  let voice: SpeechSynthesisVoice | undefined;
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
  const close = (): void => {
    pause();
    mark();
    player.hidePopover();
  };
  const speak = (): void => {
    pause();
    const block = blocks[index];
    if (!block || !voice) {
      close();
      return;
    }
    const [element, text] = block;
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

  button.onclick = () => {
    index = offset = 0;
    player.showPopover();
    speak();
  };
  toggle.onclick = () => {
    if (saying) pause();
    else speak();
  };
  speed.onchange = () => {
    if (saying) speak();
  };
  control('stop').onclick = close;
  player.onkeydown = ({ key }) => {
    if (key === 'Escape') close();
  };
  addEventListener('pagehide', close);
  // Most browsers learn only later which voices there are.
  const findVoice = (): void => {
    voice = bestVoice(speech.getVoices());
    button.hidden = !voice;
  };
  speech.onvoiceschanged = findVoice;
  findVoice();
}

/** The article's blocks with their words, footnotes' numbers left out: they would be read into them. */
function spokenBlocks(article: HTMLElement): [Element, string][] {
  const words = new Map<Element, string>();
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const block = blockOf(texts.currentNode);
    // The only links with roles are a note's two.
    if (!block || texts.currentNode.parentElement?.closest('a[role]')) continue;
    words.set(block, (words.get(block) ?? '') + (texts.currentNode.nodeValue ?? ''));
  }
  return [...words].filter(([, text]) => text.trim());
}

/** The voice for the article's language, of its region where there is one. */
function bestVoice(voices: SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const { language, region } = new Intl.Locale(document.documentElement.lang).maximize();
  const speaks = (tag: string) =>
    voices.find(
      // Tags are parted by hyphens, on Android by underscores.
      ({ lang, localService }) =>
        localService && `${lang.replace('_', '-')}-`.startsWith(`${tag}-`),
    );
  return speaks(`${language}-${region ?? ''}`) ?? speaks(language);
}
