import { posix } from 'node:path';
import { elementsOf, readXml, type XmlElement } from '../../containers/read-xml.ts';
import type { ZipArchive } from '../../containers/read-zip.ts';
import { FormatError } from '../../document/format-error.ts';
import { NAMESPACES } from './namespaces.ts';

/** What a part refers to: another part, or an address. */
export interface Relationship {
  /** The last word of the type: `hyperlink`, `image`. */
  readonly type: string;
  /** A path in the archive, or an address. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A part of a Word document, such as the body or the footnotes. */
export interface WordPart {
  readonly root: XmlElement;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** The parts of a Word document. They refer to each other by relationships (ECMA-376, part 2). */
export class WordPackage {
  readonly #zip: ZipArchive;
  readonly main: WordPart;
  readonly #ofPackage: ReadonlyMap<string, Relationship>;

  /** @throws FormatError if the archive has no Word document */
  constructor(zip: ZipArchive) {
    this.#zip = zip;
    this.#ofPackage = this.#relationshipsOf('');
    const main = this.#first(this.#ofPackage, 'officeDocument');
    if (main?.root.name !== 'w:document') {
      throw new FormatError(
        'The file has no Word document in it.',
        'Open it in Word or LibreOffice, and save it as .docx.',
      );
    }
    this.main = main;
  }

  /** The part with document properties: title, creator, language. */
  get properties(): WordPart | undefined {
    return this.#first(this.#ofPackage, 'core-properties');
  }

  /** The first part of that type that the document has. */
  part(type: string): WordPart | undefined {
    return this.parts(type)[0];
  }

  parts(type: string): WordPart[] {
    return [...this.main.relationships.values()]
      .filter((relationship) => relationship.type === type && !relationship.isExternal)
      .flatMap(({ target }) => this.#read(target) ?? []);
  }

  /** The bytes of a picture. */
  file(path: string): Uint8Array | undefined {
    return this.#zip.read(path);
  }

  #first(relationships: ReadonlyMap<string, Relationship>, type: string): WordPart | undefined {
    const found = [...relationships.values()].find((relationship) => relationship.type === type);
    return found && this.#read(found.target);
  }

  #read(path: string): WordPart | undefined {
    const bytes = this.#zip.read(path);
    if (!bytes) return undefined;
    return {
      root: readXml(bytes, path, NAMESPACES),
      relationships: this.#relationshipsOf(path),
    };
  }

  /** @param path of a part; empty for the package itself */
  #relationshipsOf(path: string): Map<string, Relationship> {
    const { dir, base } = posix.parse(path);
    const file = posix.join(dir, '_rels', `${base}.rels`);
    const bytes = this.#zip.read(file);
    const relationships = new Map<string, Relationship>();
    if (!bytes) return relationships;
    for (const { attributes } of elementsOf(readXml(bytes, file, NAMESPACES))) {
      const { Id, Type = '', Target = '', TargetMode } = attributes;
      if (Id === undefined) continue;
      const isExternal = TargetMode === 'External';
      const target = isExternal ? Target : posix.join('/', dir, Target).slice(1);
      const inPackage = Target.startsWith('/') ? Target.slice(1) : target;
      relationships.set(Id, {
        type: Type.split('/').at(-1) ?? '',
        target: isExternal ? Target : inPackage,
        isExternal,
      });
    }
    return relationships;
  }
}
