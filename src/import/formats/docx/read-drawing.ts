import { childOf, elementsOf, textOf, type XmlElement } from '../../containers/read-xml.ts';
import { element, elementWithFate } from '../../document/source-document.ts';
import { chosenAlternative } from './alternative-content.ts';
import { addElement, addOmitted, addText, withStyle } from './add-content.ts';
import { readStory } from './read-blocks.ts';
import type { ParagraphScope } from './scope.ts';

/** A drawing while it is read. */
interface Drawing {
  readonly scope: ParagraphScope;
  /** The alternative text for the first picture that has none of its own. */
  alt: string;
  title: string | undefined;
  /** Whether it has something that the article gets. */
  isShown: boolean;
}

/** Reads pictures and text boxes, of DrawingML and of VML, which is older. */
export function readObject(node: XmlElement, scope: ParagraphScope): void {
  const drawing: Drawing = { scope, alt: '', title: undefined, isShown: false };
  const before = scope.runs.length + scope.floats.length;
  walk(node, drawing);
  if (scope.runs.length + scope.floats.length === before && !drawing.isShown) {
    scope.story.context.note('Drawn lines and shapes without words were not carried over.');
  }
}

type Handler = (node: XmlElement, drawing: Drawing) => void;

const HANDLERS: Readonly<Record<string, Handler>> = {
  'wp:inline': readFrame,
  'wp:anchor': readFrame,
  'pic:pic': readPicture,
  'v:shape': readShape,
  'v:rect': readShape,
  'v:imagedata': (node, drawing) => {
    addPicture(node.attributes['r:id'] ?? node.attributes['r:href'], drawing);
  },
  'v:textpath': ({ attributes }, { scope }) => {
    addText(attributes.string ?? '', scope);
  },
  'w:txbxContent': readTextBox,
  // What Word writes into documents of the strict variant.
  'wne:txbxContent': readTextBox,
  // A paragraph in a diagram that was pasted from PowerPoint.
  'a:p': (node, { scope }) => {
    addOmitted(`${textOf(node)} `, 'unsupported', scope);
  },
  'mc:AlternateContent': (node, drawing) => {
    const chosen = chosenAlternative(node);
    if (chosen) walk(chosen, drawing);
  },
  'c:chart': addUnsupported,
  'cx:chart': addUnsupported,
  'dgm:relIds': addUnsupported,
  'w14:contentPart': addUnsupported,
  'w:control': (_, drawing) => {
    drawing.isShown = true;
  },
  'o:OLEObject': ({ attributes }, { scope }) => {
    scope.story.context.note(
      `Of an embedded object (${attributes.ProgID ?? 'unknown'}), only its picture was imported.`,
    );
  },
};

function walk(node: XmlElement, drawing: Drawing): void {
  for (const child of elementsOf(node)) {
    const handler = HANDLERS[child.name];
    if (handler) handler(child, drawing);
    else {
      if (!GEOMETRY.test(child.name)) addUnknownText(child, drawing);
      walk(child, drawing);
    }
  }
}

/** Elements with numbers in them: where a drawing is, and how large. */
const GEOMETRY = /^(?:wp:(?:align|posOffset)|wp14:pct\w+)$/;

/** Text of something that is not known, such as a shape of another program. */
function addUnknownText({ children }: XmlElement, { scope }: Drawing): void {
  const text = children.filter((child) => typeof child === 'string').join('');
  addOmitted(text, 'unsupported', scope);
}

function readTextBox(node: XmlElement, { scope }: Drawing): void {
  const { omitted } = scope.style;
  const children = readStory(node, scope.story);
  scope.floats.push({
    element: omitted ? elementWithFate({ omitted }, children, 'div') : element('div', {}, children),
  });
}

function readFrame(node: XmlElement, { scope }: Drawing): void {
  const properties = childOf(node, 'wp:docPr');
  const { descr = '', title, hidden } = properties?.attributes ?? {};
  const link = childOf(properties, 'a:hlinkClick')?.attributes['r:id'];
  const href = link === undefined ? undefined : scope.story.relationships.get(link)?.target;
  const isHidden = /^(?:1|true)$/.test(hidden ?? '');
  const inner = withStyle(scope, {
    ...(href !== undefined && { href }),
    ...(isHidden && { omitted: 'hidden' as const }),
  });
  const drawing: Drawing = { scope: inner, alt: descr, title, isShown: false };
  walk(node, drawing);
  omitDescription(drawing);
}

/** What is said about text boxes and shapes. Only pictures have alternative texts. */
function omitDescription({ scope, alt, title = '' }: Drawing): void {
  for (const description of [alt, title]) {
    addOmitted(description, 'metadata', scope);
  }
}

function readPicture(node: XmlElement, drawing: Drawing): void {
  const own = childOf(childOf(node, 'pic:nvPicPr'), 'pic:cNvPr')?.attributes.descr;
  const fill = childOf(node, 'pic:blipFill');
  const blip = childOf(fill, 'a:blip')?.attributes;
  if (drawing.alt === '' && own !== undefined) drawing.alt = own;
  const crop = Object.values(childOf(fill, 'a:srcRect')?.attributes ?? {});
  if (crop.some((side) => Number.parseInt(side, 10) > 0)) {
    drawing.scope.story.context.note(
      'A picture is cropped in Word, but was imported whole: check that all of it can be published.',
    );
  }
  addPicture(blip?.['r:embed'] ?? blip?.['r:link'], drawing);
}

/** A shape of VML, which can be a picture or have a text box. */
function readShape(node: XmlElement, drawing: Drawing): void {
  const { alt = '', 'o:hr': rule } = node.attributes;
  const own = { ...drawing, alt: alt === '' ? drawing.alt : alt };
  if (rule === 't') drawing.scope.floats.push({ element: element('hr') });
  walk(node, own);
  if (alt !== '') omitDescription(own);
  else if (own.alt === '') drawing.alt = '';
}

function addPicture(id: string | undefined, drawing: Drawing): void {
  const { scope, alt, title } = drawing;
  const src = scope.story.relationships.get(id ?? '')?.target ?? '';
  const picture = element('img', { src, alt, ...(title !== undefined && { title }) });
  addElement(picture, scope);
  drawing.alt = '';
  drawing.title = undefined;
}

function addUnsupported({ name }: XmlElement, drawing: Drawing): void {
  const { scope, alt } = drawing;
  addElement(element(name.replace(':', '-').toLowerCase(), { alt }), scope);
  drawing.alt = '';
}
