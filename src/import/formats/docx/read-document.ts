import type { Element, Root } from 'hast';
import { childOf, elementsOf, textOf, type XmlElement } from '../../containers/read-xml.ts';
import { openZip } from '../../containers/read-zip.ts';
import type { SlicedFile } from '../../containers/sliced-file.ts';
import { FormatError } from '../../document/format-error.ts';
import { element, elementWithFate, type SourceDocument } from '../../document/source-document.ts';
import { arrangeBlocks } from '../office/arrange-blocks.ts';
import { articleParts, type DocumentProperty } from '../office/article-parts.ts';
import { settleNotes } from '../office/settle-notes.ts';
import { languageField } from '../office/tree-language.ts';
import { Fields } from './fields.ts';
import { NoteNumbers } from './note-numbers.ts';
import { Numbering } from './numbering.ts';
import { readBlocks, readStory } from './read-blocks.ts';
import type { WordContext } from './scope.ts';
import { WordStyles } from './styles.ts';
import { WordPackage, type WordPart } from './word-package.ts';

/**
 * Reads a Word document: the body with its notes; comments, headers and footers as omitted.
 * @throws FormatError if the file is broken or hostile
 */
export function readWord(file: SlicedFile): SourceDocument {
  const word = new WordPackage(openZip(file));
  const styles = new WordStyles(word.part('styles')?.root);
  const notes = new Set<string>();
  const note = (sentence: string): void => {
    notes.add(sentence);
  };
  const context: WordContext = {
    styles,
    numbering: new Numbering(word.part('numbering')?.root, (id) => styles.listOf(id), note),
    noteNumbers: new NoteNumbers(),
    note,
  };
  const { root, relationships } = word.main;
  const body = childOf(root, 'w:body');
  if (!body) throw new FormatError('The Word document has no body.', 'Save the file again.');
  const blocks = readBlocks(body, { context, relationships, fields: new Fields(), pending: [] });
  const properties = readProperties(word.properties?.root);
  const parts = articleParts(blocks, properties);
  const children = arrangeBlocks(blocks);
  children.push(...readNotes(word, context));
  settleNotes(children, context.note);
  const omit = (type: string, omitted: 'furniture' | 'comment'): Element[] =>
    word.parts(type).map((part) => elementWithFate({ omitted }, readPart(part, context), 'div'));
  const tree: Root = {
    type: 'root',
    children: [
      ...parts.metadata,
      ...omit('header', 'furniture'),
      ...children,
      ...omit('comments', 'comment'),
      ...omit('footer', 'furniture'),
      ...readSeparators(word, context),
    ],
  };
  const stated = properties.find(({ name }) => name === 'language')?.value;
  return {
    tree,
    fields: {
      ...parts.fields,
      ...languageField(tree, stated, styles.defaults.language),
    },
    picture: (src) => word.file(src),
    notes: [...parts.notes, ...notes],
  };
}

function readPart({ root, relationships }: WordPart, context: WordContext): Element[] {
  const own = elementsOf(root).some(({ name }) => name === 'w:comment');
  const stories = own ? elementsOf(root) : [root];
  return stories.flatMap((story) => readStory(story, { context, relationships }));
}

function readNotes(word: WordPackage, context: WordContext): Element[] {
  return ['footnote', 'endnote'].flatMap((kind) => {
    const part = word.part(`${kind}s`);
    if (!part) return [];
    const { root, relationships } = part;
    return elementsOf(root)
      .filter(isOwnNote)
      .map((note) => {
        const children = readStory(note, { context, relationships });
        const id = context.noteNumbers.numberOf(kind, note.attributes['w:id'] ?? '');
        return id === undefined
          ? elementWithFate({ omitted: 'hidden' }, children, 'div')
          : element('note', { id }, children);
      });
  });
}

/** The line above the notes is a note, too. Word can have a heading there. */
function readSeparators(word: WordPackage, context: WordContext): Element[] {
  return [...word.parts('footnotes'), ...word.parts('endnotes')].flatMap(
    ({ root, relationships }) =>
      elementsOf(root)
        .filter((note) => !isOwnNote(note))
        .map((note) => readStory(note, { context, relationships }))
        .filter((children) => children.length > 0)
        .map((children) => elementWithFate({ omitted: 'furniture' }, children, 'div')),
  );
}

function isOwnNote({ attributes }: XmlElement): boolean {
  return (attributes['w:type'] ?? 'normal') === 'normal';
}

function readProperties(root: XmlElement | undefined): DocumentProperty[] {
  if (!root) return [];
  return elementsOf(root)
    .map((child) => ({ name: child.name.replace(/^\w+:/, ''), value: textOf(child) }))
    .filter(({ value }) => value.trim() !== '');
}
