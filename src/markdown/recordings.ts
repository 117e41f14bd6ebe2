import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { recordingFormat } from '../article/recording.ts';
import { decodeAddress } from './decode-address.ts';
import { caption, isSpace } from './figures.ts';
import { readLinkTarget } from './link-target.ts';

/** Sound or video in the body. */
export interface BodyRecording {
  /** Relative to the article's file: `./interview.mp3`. */
  readonly file: string;
  /** Relative to the article's page. */
  readonly href: string;
  readonly name: string;
  /** Counted from 1, in the body. */
  readonly line: number;
}

declare module 'vfile' {
  interface DataMap {
    recordings: BodyRecording[];
  }
}

/**
 * Matches the start of a recording in the HTML, up to its name. Pages add a player after it. Text
 * cannot contain it, because `<` is escaped there, and addresses are encoded.
 */
export const RECORDING_START = /<figure data-recording=""><a href="[^"]*">[^<]*<\/a>/;

/**
 * Turns sound and video, written as pictures, into figures with a link to the file: also for feeds,
 * and for browsers that cannot play it. Lists them in `file.data.recordings`.
 *
 *     ![An interview](./mayor.mp3 "The mayor, in May")
 *     →  <figure data-recording><a href="slug/mayor.mp3">An interview</a><figcaption>The mayor, in May</figcaption></figure>
 */
export function recordings() {
  return (tree: Root, file: VFile): void => {
    const found: BodyRecording[] = [];
    visit(tree, 'element', (element, index, parent) => {
      if (!parent || index === undefined) return undefined;
      if (isRecording(element)) {
        const message = file.message(`The recording "${sourceOf(element)}" is among words.`, {
          place: element.position,
        });
        message.note = 'Put it in a paragraph of its own.';
        parent.children[index] = { type: 'text', value: element.properties.alt ?? '' };
        return undefined;
      }
      const recordings = element.children.filter(isRecording);
      const others = element.children.filter((child) => !isRecording(child));
      if (element.tagName !== 'p' || recordings.length === 0 || !others.every(isSpace)) {
        return undefined;
      }
      const figures = recordings.map((recording) => toFigure(recording, file, found));
      parent.children.splice(index, 1, ...figures);
      return [SKIP, index + figures.length];
    });
    file.data.recordings = found;
  };
}

function isRecording(node: ElementContent): node is Element & { tagName: 'img' } {
  if (node.type !== 'element' || node.tagName !== 'img') return false;
  const source = sourceOf(node);
  // Remote files become links (see `pictures`).
  return !/^https?:|[?#]/i.test(source) && recordingFormat(source) !== undefined;
}

function sourceOf({ properties }: Element): string {
  return decodeAddress(properties.src ?? '');
}

function toFigure(element: Element, file: VFile, found: BodyRecording[]): Element {
  const { src = '', alt = '', title } = element.properties;
  const { position } = element;
  const name = alt.trim();
  const report = (wrong: string, right: string): void => {
    file.message(wrong, { place: position }).note = right;
  };
  const target = readLinkTarget(src, file.data.folder, file.data.contentFolder);
  if (target.kind !== 'link') report(target.wrong, target.right);
  else if (target.file !== undefined) {
    const line = position?.start.line ?? 1;
    found.push({ file: target.file, href: target.href, name, line });
  }
  if (name === '') report('The recording has no name.', `Write it in the brackets: ![…](${src})`);
  const text = { type: 'text', value: alt } as const;
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: src },
    children: [text],
    ...(position && { position }),
  };
  const content = target.kind === 'link' ? link : text;
  return {
    type: 'element',
    tagName: 'figure',
    properties: { dataRecording: '' },
    children:
      typeof title === 'string' && title !== '' ? [content, caption(title, element)] : [content],
  };
}
