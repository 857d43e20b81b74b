import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { type Catalogue, writeCatalogue } from './dcat.ts';

const catalogue: Catalogue = {
  url: 'http://localhost/nl/benelux/catalogue.jsonld',
  title: 'Catalogus',
  description: 'Alles',
  homepage: 'http://localhost/nl/benelux',
  language: 'nl',
  publisher: null,
  provenance: 'An evaluation',
  terms: 'Hergebruik is vrij.',
  modified: '2026-11-23T12:00:00.000Z',
  datasets: [
    {
      id: 'evidence',
      title: 'Cijfers',
      description: 'Alle cijfers',
      page: 'http://localhost/nl/benelux/evidence',
      years: ['2013', '2019'],
      distributions: [
        { url: 'http://localhost/e?format=csv', format: 'CSV', mediaType: 'text/csv', standard: null },
        {
          url: 'http://localhost/e.json-stat',
          format: 'JSON-stat',
          mediaType: 'application/json',
          standard: 'https://json-stat.org/full/',
        },
      ],
    },
  ],
};

const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

type Quad = { readonly subject: Term; readonly predicate: Term; readonly object: Term };
type Term = { readonly value: string; readonly language?: string; readonly datatype?: Term };

/** The triples that a processor of JSON-LD finds; it is given no way to fetch a context. */
async function triplesOf(of: Catalogue): Promise<readonly Quad[]> {
  const documentLoader = async (url: string): Promise<never> => {
    throw new Error(`Asked for ${url}`);
  };
  return (await jsonld.toRDF(JSON.parse(writeCatalogue(of)), { documentLoader })) as readonly Quad[];
}

const subjectsOf = (triples: readonly Quad[], kind: string) =>
  triples
    .filter(({ predicate, object }) => predicate.value === type && object.value === kind)
    .map(({ subject }) => subject.value);

test('what DCAT-AP asks of catalogue, dataset and distribution is there as triples', async () => {
  const triples = await triplesOf(catalogue);
  const valuesOf = (subject: string, predicate: string) =>
    triples
      .filter((one) => one.subject.value === subject && one.predicate.value === predicate)
      .map(({ object }) => object.value);
  const [whole = ''] = subjectsOf(triples, `${dcat}Catalog`);
  const [dataset = ''] = subjectsOf(triples, `${dcat}Dataset`);
  const distributions = subjectsOf(triples, `${dcat}Distribution`);
  expect(valuesOf(whole, `${dct}title`)).toEqual(['Catalogus']);
  expect(valuesOf(whole, `${dct}description`)).toEqual(['Alles']);
  expect(valuesOf(whole, `${dcat}dataset`)).toEqual([dataset]);
  expect(valuesOf(dataset, `${dct}title`)).toEqual(['Cijfers']);
  expect(valuesOf(dataset, `${dct}description`)).toEqual(['Alle cijfers']);
  expect(valuesOf(dataset, `${dcat}distribution`).toSorted()).toEqual(distributions.toSorted());
  expect(distributions).toHaveLength(2);
  const [terms = ''] = subjectsOf(triples, `${dct}LicenseDocument`);
  expect(valuesOf(terms, `${dct}title`)).toEqual(['Hergebruik is vrij.']);
  for (const distribution of distributions) {
    expect(valuesOf(distribution, `${dcat}accessURL`)).toEqual([distribution]);
    expect(valuesOf(distribution, `${dcat}mediaType`)).toHaveLength(1);
    expect(valuesOf(distribution, `${dct}license`)).toEqual([terms]);
  }
  const title = triples.find(({ object }) => object.value === 'Catalogus');
  expect(title?.object.language).toBe('nl');
});

test('years are years, and no publisher is made up', async () => {
  const triples = await triplesOf(catalogue);
  const typed = triples
    .filter(({ object }) => object.datatype?.value.endsWith('#gYear'))
    .map(({ object }) => object.value);
  expect(typed.toSorted()).toEqual(['2013', '2019']);
  expect(triples.some(({ predicate }) => predicate.value === `${dct}publisher`)).toBe(false);
});

test('a publisher that the register states is named for the catalogue and its datasets', async () => {
  const triples = await triplesOf({ ...catalogue, publisher: 'The Secretariat' });
  expect(triples.filter(({ predicate }) => predicate.value === `${dct}publisher`)).toHaveLength(2);
  expect(triples.filter(({ object }) => object.value === 'The Secretariat')).toHaveLength(2);
});
