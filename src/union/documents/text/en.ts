export const en = {
  page: {
    title: 'Attached documents',
    lede: 'Documents that hang on records, each with its versions and languages. Who may see the record may see its documents.',
    all: 'All attached documents',
    none: 'No document that you may see has been attached yet.',
    noneWhat: 'Open the record that it belongs to and choose “Attach a document”.',
    noneWho: 'Whoever acts for the body or party whose record it is, and the body that keeps documents.',
    search: 'Words in documents',
    document: 'Document',
    attachedTo: 'Attached to',
    languages: 'Languages',
    sideBySide: 'Language versions side by side',
    noneStands: 'No version of it stands any more.',
    noneStandsWhat: 'All were withdrawn; what was here, and why it is not, stays below.',
    earlier: 'All versions',
    aspect: 'Aspect',
    state: 'Translation',
    authentic: 'Authentic',
    isAuthentic: 'Authentic text',
    notAuthentic: 'Not marked as authentic',
    number: 'Version',
    type: 'File type',
    size: 'Size',
    hash: 'SHA-256',
    name: 'File name',
    added: 'Added',
    addedOn: (day: string, by: string | null) => (by === null ? day : `${day}, by ${by}`),
    download: 'Download',
    fetch: 'Download the file',
    notHere: 'Its bytes are not kept here.',
    excerpt: 'Beginning of the text',
    noText: 'No text found in it: it is not searched.',
    textCut: (characters: string) => `Only its first ${characters} characters are searched.`,
    what: 'What became of it',
    stands: 'Stands',
    supersededBy: (number: number) => `Superseded by version ${number}`,
    supersedes: 'Supersedes version',
    withdrawnOn: (day: string) => `Withdrawn on ${day}`,
    closed: 'Open to those who take part; each download is written in the journal.',
    handedOut: 'Files are handed out to be kept and never shown here; HTML leaves as plain text.',
  },
  states: {
    original: 'Original',
    translation_official: 'Official translation',
    translation_working: 'Working translation',
    machine: 'Machine translation',
  },
  types: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (DOCX)',
    'text/html': 'HTML, handed out as text',
    'text/plain': 'Plain text',
  },
  fields: {
    id: 'Document',
    kind: 'Kind of the record',
    record: 'Record',
    file: 'File: PDF, Word (DOCX), HTML or plain text, at most 5 MB',
    title: 'Title, in the language of the file',
    language: 'Language of the file',
    translation: 'What this text is to the others',
    name: 'File name, if another than its own',
    version: 'Version',
    reason: 'Reason',
  },
  acts: {
    attach: {
      title: 'Attach a document',
      explain: 'Who may see the record may see it and find it by its words.',
    },
    add_language: {
      title: 'Add a language version',
      explain: 'It stands beside the others, in a language in which there is none.',
    },
    supersede: {
      title: 'Supersede a version',
      explain: 'A new file takes its place; the earlier one stays on record and can still be had.',
    },
    mark_authentic: {
      title: 'Mark as authentic',
      explain: 'This language version is one that counts in law.',
    },
    withdraw: {
      title: 'Withdraw',
      explain:
        'The file is no longer handed out and no longer found by its words; that it was here stays, with the reason.',
    },
  },
  problems: {
    document_empty: () => 'The file is empty.',
    document_type_refused: () =>
      'By its content the file is none of these: PDF, Word (DOCX), HTML or plain text in UTF-8. What it is called does not count.',
    document_active: ({ what }: Params) =>
      `The file brings something that runs or hides another file (${what}).`,
    document_encrypted: () => 'The PDF opens only with a password. Bring it without one.',
    document_broken: ({ detail }: Params) => `The file is damaged: ${detail}`,
    document_unpacks_too_large: ({ megabytes }: Params) =>
      `Unpacked, the file comes to more than ${megabytes} MB or to too many parts.`,
    document_too_costly: ({ seconds }: Params) =>
      `The file could not be read within ${seconds} seconds and the memory that is given to it.`,
    document_kind_refused: ({ kind }: Params) => `Nothing can be attached to records of this kind: ${kind}.`,
    document_attached_already: ({ id }: Params) =>
      `This file is attached to this record already, as document ${id}.`,
    document_language_there: ({ number }: Params) =>
      `There is a version in this language: number ${number}. Supersede that one.`,
    document_of_another_not_allowed: ({ number, by }: Params) =>
      `Version ${number} was brought by ${by}: only they, and the body that keeps documents, supersede or withdraw it.`,
    document_version_gone: ({ number }: Params) =>
      number === 0
        ? 'No version of it stands any more.'
        : `Version ${number} does not stand: it was superseded or withdrawn, or never was.`,
    document_same_bytes: ({ number }: Params) => `This is the file that version ${number} already is.`,
    document_authentic_already: ({ number }: Params) => `Version ${number} is marked as authentic already.`,
    document_machine_made: ({ number }: Params) =>
      `Version ${number} was made by a machine: it cannot be an authentic text.`,
    document_file_not_found: () => 'There is no such file here: it was withdrawn, erased, or never was.',
  },
};

type Params = Readonly<Record<string, string | number>>;
export type DocumentTexts = typeof en;
