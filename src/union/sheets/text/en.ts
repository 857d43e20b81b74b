import { fieldName } from '../../text/fields/fields.ts';
import { wordFor } from '../../text/words/words.ts';
import type { Effect, Outcome } from '../rules/plan.ts';

type Params = Readonly<Record<string, string | number>>;

/** Words of what comes from spreadsheets; the shape of the other languages. */
export const en = {
  page: {
    title: 'From the spreadsheet',
    lede: 'Lists that are kept in Excel or as CSV come in here: first looked at cell by cell, then taken in whole, and taken back whole if it was a mistake.',
    bring: 'Bring a file',
    bringWhat: (megabytes: number, rows: number, columns: number) =>
      `XLSX or CSV, at most ${megabytes} MB, ${rows} rows and ${columns} columns. Values only: formulas are not run. Nothing is written until you have seen what would be.`,
    file: 'File',
    notYours: 'Spreadsheets are brought by the body that the union has given this power.',
    notYoursWho: 'Whoever acts for that body can sign in and do it.',
    files: 'Files that were brought',
    filesNone: 'No file was brought in the last days.',
    filesNoneWhat: (days: number) => `A file is kept for ${days} days, because it may name persons.`,
    name: 'File',
    brought: 'Brought',
    imports: 'What was taken in',
    importsNone: 'Nothing was taken in from a spreadsheet yet.',
    importsNoneWhat: 'Bring a file, look at what would come of it, and take it in.',
    takenIn: 'Taken in',
    state: 'State',
    stands: 'Stands',
    undone: 'Taken back',
    undo: 'Take back',
    out: 'Take a list out, edit it, bring it back',
    outWhat:
      'The list has stable ids. Brought back, only what was edited changes. An empty cell changes nothing, and names of persons stay here.',
    reading: 'How it is read',
    readingWhat: {
      chosen: 'The columns are read as chosen.',
      remembered: 'The columns are read as they were the last time that a file had these headers.',
      guessed: 'What the columns are was guessed from their headers. Check it.',
    },
    kind: 'It holds',
    table: 'Sheet',
    header: 'Last row of the head',
    column: (letters: string, title: string) => `Column ${letters}: ${title}`,
    notRead: 'Not taken in',
    both: (first: string, second: string) => `${first} and ${second} in one cell`,
    show: 'Read it so',
    left: 'Not taken in',
    leftColumn: (column: string, title: string, cells: number) =>
      `Column ${column} (${title}): ${cells} cells`,
    preview: 'What would come of it',
    counts: (rows: number) => `${rows} rows below the head`,
    takeIn: 'Take in',
    takeInWhat: (added: number, changed: number) =>
      `New: ${added}. Changed: ${changed}. Quarantined rows stay out; take them out with the reasons beside them, correct them and bring them again.`,
    nothing: 'There is nothing to write: every row that can be taken in says what the register says.',
    row: 'Row',
    what: 'What it is about',
    outcome: 'Outcome',
    why: 'Corrected, or why not',
    change: 'Before and now',
    rowsNone: 'No row has this outcome.',
    all: 'All rows',
    before: 'Before',
    now: 'Now',
    noValue: 'nothing, or not shown',
    reasons: 'Reasons',
    quarantineOut: 'Quarantined rows as XLSX',
  },
  outcomes: {
    accepted: 'Accepted',
    corrected: 'Corrected',
    quarantined: 'Quarantined',
    blank: 'Blank',
  } satisfies Record<Outcome, string>,
  effects: {
    added: 'New',
    changed: 'Changed',
    unchanged: 'As it was',
    repeated: 'Said before',
  } satisfies Record<Effect, string>,
  fields: {
    file: 'File (XLSX or CSV)',
    name: 'Name of the file',
    sheet: 'File that was brought',
    kind: 'What it holds',
    table: 'Name of the sheet in the workbook; empty: the first with a table',
    header: 'Last row of the head; empty: it is looked for',
    mapping: 'Columns, one a line as A=id; empty: as remembered, else guessed',
    plan: 'What was looked at; empty: whatever comes of it now',
    import: 'What was taken in',
  },
  acts: {
    upload: {
      title: 'Bring a spreadsheet',
      explain: 'It is read and kept for a while. Nothing is written to the register.',
    },
    take_in: {
      title: 'Take in a spreadsheet',
      explain: 'All accepted and corrected rows are written together; quarantined ones stay out.',
    },
    undo: {
      title: 'Take an import back',
      explain: 'The register is as it was before, unless something was built on it since.',
    },
  },
  problems: {
    sheet_broken: ({ detail }: Params) => `The file cannot be read: ${detail}`,
    sheet_type_unknown: () =>
      'This is neither XLSX nor CSV. Save it as XLSX, without a password, and bring it again.',
    sheet_empty: () => 'Nothing stands in the file.',
    sheet_unpacks_too_large: ({ megabytes }: Params) =>
      `Unpacked, the file is larger than ${megabytes} MB or has too many parts.`,
    sheet_too_costly: ({ seconds }: Params) =>
      `The file takes more than ${seconds} seconds or too much memory to read.`,
    sheet_rows_too_many: ({ most, table }: Params) =>
      `${table} has more than ${most} rows. Bring it in parts.`,
    sheet_columns_too_many: ({ most, table }: Params) => `${table} has more than ${most} columns.`,
    sheet_tables_too_many: ({ most }: Params) => `The workbook has more than ${most} sheets.`,
    sheet_not_found: ({ id }: Params) => `No file ${id} is kept. Bring it again.`,
    sheet_table_unknown: ({ name }: Params) => `The workbook has no sheet ${name}.`,
    sheet_header_missing: ({ table }: Params) =>
      `${table} has no row with the names of columns where it was looked for.`,
    sheet_mapping_unreadable: ({ line }: Params) => `“${line}” names no column of the file.`,
    sheet_target_unknown: ({ target }: Params) => `A column cannot be read as “${target}”.`,
    sheet_target_twice: ({ field }: Params) => `Two columns are read as ${fieldName(String(field), 'en')}.`,
    sheet_plan_differs: () =>
      'The register has changed since you looked: something else would come of it now. Look at it again.',
    sheet_nothing_to_write: ({ quarantined }: Params) =>
      `There is nothing to write. Quarantined rows: ${quarantined}.`,
    sheet_undo_named: ({ records }: Params) =>
      `What was taken in is named by these, which would then name nothing: ${records}.`,
    sheet_spaces_removed: () => 'Superfluous spaces or unseen characters were taken out.',
    sheet_merged_read: () => 'Read from the merged cell.',
    sheet_date_from_serial: ({ text, date }: Params) => `The number ${text} was read as the date ${date}.`,
    sheet_date_from_text: ({ text, date }: Params) => `“${text}” was read as the date ${date}.`,
    sheet_word_read: ({ text, code }: Params) => `“${text}” was read as ${code}.`,
    sheet_name_read: ({ name, id }: Params) => `“${name}” was read as ${id}.`,
    sheet_languages_split: ({ languages }: Params) => `One cell was read as two languages: ${languages}.`,
    sheet_row_repeated: ({ row }: Params) => `Says the same as row ${row} and is written once.`,
    sheet_cell_error: ({ error }: Params) => `The cell holds the error ${error}.`,
    sheet_text_too_long: ({ most }: Params) => `The text has more than ${most} characters.`,
    sheet_date_unreadable: ({ text }: Params) => `“${text}” is not certainly a date. Write 2014-03-12.`,
    sheet_date_in_future: ({ date }: Params) => `${date} has not come yet.`,
    sheet_year_unreadable: ({ text }: Params) => `“${text}” is not a year.`,
    sheet_number_unreadable: ({ text }: Params) => `“${text}” is not certainly a number. Write 12.5.`,
    sheet_plan_fixed: ({ year, state }: Params) =>
      `The plan of ${year} is now: ${wordFor(String(state), 'en')}. No item of it is written or taken out by a sheet.`,
    sheet_yes_no_unreadable: ({ text }: Params) => `“${text}” is neither yes nor no.`,
    sheet_choice_unknown: ({ text, choices }: Params) => `“${text}” is none of: ${choices}.`,
    sheet_reference_unknown: ({ name }: Params) => `The register knows nothing called “${name}”.`,
    sheet_reference_ambiguous: ({ name, ids }: Params) => `“${name}” can mean several: ${ids}. Write the id.`,
    sheet_languages_unclear: ({ text, languages }: Params) =>
      `“${text}” is not two texts with a stroke between them (${languages}).`,
    sheet_id_invalid: ({ text }: Params) =>
      `“${text}” is no id: letters, digits, full stop, underscore, hyphen.`,
    sheet_id_taken: ({ id }: Params) =>
      `The id made from the title, ${id}, is in use. Add a column with ids.`,
    sheet_record_ambiguous: ({ ids }: Params) => `This can be several: ${ids}. Write the id.`,
    sheet_title_missing: () => 'The row has neither an id nor a title from which one can be made.',
    sheet_field_missing: ({ field }: Params) => `Missing: ${fieldName(String(field), 'en')}.`,
    sheet_rows_contradict: ({ rows }: Params) =>
      `Says something else of the same record than these rows: ${rows}. Which is right?`,
    sheet_row_needs_other: ({ name }: Params) => `It names ${name}, whose row is in quarantine.`,
    sheet_lifecycle_differs: ({ field }: Params) =>
      `${fieldName(String(field), 'en')} is otherwise in the register. It is changed there, by who decides it.`,
    sheet_group_only_seen: ({ date }: Params) =>
      `Created ${date} is what the list says. The group is taken as it was seen, not as established then: that is decided by who establishes groups.`,
    sheet_item_only_listed: ({ date }: Params) =>
      `Tabled ${date} is what the list says. The question is listed, not tabled: that is done by parliament.`,
    sheet_owner_not_yours: ({ owner }: Params) =>
      `${owner} has not taken this on: it is recorded by ${owner}, or by the body that follows commitments.`,
    sheet_record_invalid: ({ field }: Params) => `This cannot be so: ${fieldName(String(field), 'en')}.`,
  },
};

export type SheetTexts = typeof en;
