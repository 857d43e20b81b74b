import { canonicalJson } from '#kernel/canonical-json.ts';
import type { Language } from '#kernel/languages.ts';

export type Distribution = {
  readonly url: string;
  /** What readers call the format. */
  readonly format: string;
  readonly mediaType: string;
  /** Address of the standard that it keeps to; null: none beyond its media type. */
  readonly standard: string | null;
};

export type DatasetEntry = {
  /** Stable within the catalogue. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly page: string;
  /** First and last year that it speaks of; null: of none in particular. */
  readonly years: readonly [string, string] | null;
  readonly distributions: readonly Distribution[];
};

export type Catalogue = {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly homepage: string;
  readonly language: Language;
  /** Null: the register does not state one, and none is made up. */
  readonly publisher: string | null;
  /** Where the register's facts come from; null: not stated. */
  readonly provenance: string | null;
  /** Under which terms all of it may be reused, in words. */
  readonly terms: string;
  /** Instant of the newest record; null: there is none. */
  readonly modified: string | null;
  readonly datasets: readonly DatasetEntry[];
};

const languageCodes: Readonly<Record<Language, string>> = { nl: 'NLD', fr: 'FRA', de: 'DEU', en: 'ENG' };
const authority = 'http://publications.europa.eu/resource/authority';

/**
 * A catalogue in DCAT-AP 3 as JSON-LD, with its context in it, so that nobody needs to fetch one. The profile asks for a
 * publisher; where the register states none there is none.
 */
export function writeCatalogue(catalogue: Catalogue): string {
  const inLanguage = (text: string) => ({ '@language': catalogue.language, '@value': text });
  const language = { '@id': `${authority}/language/${languageCodes[catalogue.language]}` };
  const publisher =
    catalogue.publisher === null
      ? {}
      : { 'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': inLanguage(catalogue.publisher) } };
  const provenance =
    catalogue.provenance === null
      ? {}
      : {
          'dct:provenance': {
            '@type': 'dct:ProvenanceStatement',
            'rdfs:label': catalogue.provenance,
          },
        };
  const terms = { '@id': `${catalogue.url}#terms` };
  const modified =
    catalogue.modified === null
      ? {}
      : { 'dct:modified': { '@type': 'xsd:dateTime', '@value': catalogue.modified } };

  const distribution = ({ url, format, mediaType, standard }: Distribution) => ({
    '@id': url,
    '@type': 'dcat:Distribution',
    'dcat:accessURL': { '@id': url },
    'dcat:downloadURL': { '@id': url },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
    'dct:format': { '@type': 'dct:MediaTypeOrExtent', 'rdfs:label': format },
    'dct:title': inLanguage(format),
    'dct:language': language,
    'dct:license': terms,
    ...(standard === null ? {} : { 'dct:conformsTo': { '@id': standard, '@type': 'dct:Standard' } }),
  });
  const dataset = ({ id, title, description, page, years, distributions }: DatasetEntry) => ({
    '@id': `${catalogue.url}#${id}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': inLanguage(title),
    'dct:description': inLanguage(description),
    'dct:language': language,
    'dcat:landingPage': { '@id': page, '@type': 'foaf:Document' },
    ...(years === null
      ? {}
      : {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': { '@type': 'xsd:gYear', '@value': years[0] },
            'dcat:endDate': { '@type': 'xsd:gYear', '@value': years[1] },
          },
        }),
    ...publisher,
    ...provenance,
    'dcat:distribution': distributions.map(distribution),
  });
  return canonicalJson({
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@graph': [
      {
        '@id': `${catalogue.url}#catalogue`,
        '@type': 'dcat:Catalog',
        'dct:title': inLanguage(catalogue.title),
        'dct:description': inLanguage(catalogue.description),
        'dct:language': language,
        'foaf:homepage': { '@id': catalogue.homepage, '@type': 'foaf:Document' },
        'dct:license': terms,
        ...modified,
        ...publisher,
        'dcat:dataset': catalogue.datasets.map(dataset),
      },
      {
        '@id': terms['@id'],
        '@type': 'dct:LicenseDocument',
        'dct:title': inLanguage(catalogue.terms),
      },
    ],
  });
}
