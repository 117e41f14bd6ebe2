import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { memoryPages, validateXML } from 'xmllint-wasm';

/** The schema of https://www.sitemaps.org, from the npm package `sitemap`. */
const sitemapSchema = createRequire(import.meta.url)
  .resolve('sitemap')
  .replace(/dist.*/, 'schema/sitemap.xsd');
const newsSchema = 'tests/fixtures/sitemap-news.xsd';

/** Of the links to translations (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap). */
const linkSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
  <xs:element name="link">
    <xs:complexType>
      <xs:attribute name="rel" fixed="alternate" use="required" />
      <xs:attribute name="hreflang" type="xs:language" use="required" />
      <xs:attribute name="href" type="xs:anyURI" use="required" />
    </xs:complexType>
  </xs:element>
</xs:schema>`;

const allSchemas = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd" />
  <xs:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="news.xsd" />
  <xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="link.xsd" />
</xs:schema>`;

/** Validates a sitemap against its schema, and returns the errors of libxml2. */
export async function faultsOfSitemap(xml: string): Promise<string[]> {
  const result = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: xml }],
    schema: [{ fileName: 'all.xsd', contents: allSchemas }],
    preload: [
      { fileName: 'sitemap.xsd', contents: readFileSync(sitemapSchema, 'utf8') },
      { fileName: 'news.xsd', contents: readFileSync(newsSchema, 'utf8') },
      { fileName: 'link.xsd', contents: linkSchema },
    ],
  });
  return result.errors.map(({ rawMessage }) => rawMessage);
}

/** Checks that texts are well-formed XML, and returns the errors of libxml2. */
export async function faultsOfXml(...texts: readonly string[]): Promise<string[]> {
  const result = await validateXML({
    xml: texts.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    normalization: 'format',
    initialMemoryPages: 256,
    maxMemoryPages: 2 * memoryPages.GiB,
  });
  return result.errors.map(({ rawMessage }) => rawMessage);
}
