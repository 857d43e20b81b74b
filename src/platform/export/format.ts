/**
 * Formats that a feed can have: what readers call it (a proper name, the same in every language), its media type and the
 * standard that it keeps to.
 */
export const feedFormats = {
  ical: {
    name: 'iCal',
    type: 'text/calendar',
    standard: 'https://www.rfc-editor.org/info/rfc5545',
    subscribed: true,
  },
  atom: {
    name: 'Atom',
    type: 'application/atom+xml',
    standard: 'https://www.rfc-editor.org/info/rfc4287',
    subscribed: true,
  },
  // The format has no media type of its own (https://json-stat.org/full/, "Media type").
  'json-stat': {
    name: 'JSON-stat',
    type: 'application/json',
    standard: 'https://json-stat.org/full/',
    subscribed: false,
  },
  iati: {
    name: 'IATI',
    type: 'application/xml',
    standard: 'https://iatistandard.org/en/iati-standard/203/',
    subscribed: false,
  },
  dcat: {
    name: 'DCAT-AP',
    type: 'application/ld+json',
    standard: 'https://semiceu.github.io/DCAT-AP/releases/3.0.0/',
    subscribed: false,
  },
} as const;
export type FeedFormat = keyof typeof feedFormats;
