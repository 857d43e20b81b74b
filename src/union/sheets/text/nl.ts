import { fieldName } from '../../text/fields/fields.ts';
import { wordFor } from '../../text/words/words.ts';
import type { SheetTexts } from './en.ts';

export const nl: SheetTexts = {
  page: {
    title: 'Uit het rekenblad',
    lede: 'Lijsten die in Excel of als CSV worden bijgehouden, komen hier binnen: eerst cel voor cel bekeken, dan in hun geheel ingelezen, en in hun geheel teruggenomen als het een vergissing was.',
    bring: 'Een bestand binnenbrengen',
    bringWhat: (megabytes, rows, columns) =>
      `XLSX of CSV, hoogstens ${megabytes} MB, ${rows} rijen en ${columns} kolommen. Alleen waarden: formules worden niet uitgevoerd. Er wordt niets geschreven voordat u hebt gezien wat.`,
    file: 'Bestand',
    notYours: 'Rekenbladen worden binnengebracht door het orgaan dat de unie die bevoegdheid heeft gegeven.',
    notYoursWho: 'Wie voor dat orgaan handelt, kan zich aanmelden en het doen.',
    files: 'Binnengebrachte bestanden',
    filesNone: 'De laatste dagen is geen bestand binnengebracht.',
    filesNoneWhat: (days) =>
      `Een bestand wordt ${days} dagen bewaard, omdat er personen in kunnen worden genoemd.`,
    name: 'Bestand',
    brought: 'Binnengebracht',
    imports: 'Wat is ingelezen',
    importsNone: 'Er is nog niets uit een rekenblad ingelezen.',
    importsNoneWhat: 'Breng een bestand binnen, bekijk wat ervan zou komen en lees het in.',
    takenIn: 'Ingelezen',
    state: 'Toestand',
    stands: 'Staat',
    undone: 'Teruggenomen',
    undo: 'Terugnemen',
    out: 'Een lijst meenemen, bewerken en terugbrengen',
    outWhat:
      'De lijst heeft vaste id’s. Teruggebracht verandert alleen wat is bewerkt. Een lege cel verandert niets, en namen van personen blijven hier.',
    reading: 'Hoe het wordt gelezen',
    readingWhat: {
      chosen: 'De kolommen worden gelezen zoals gekozen.',
      remembered: 'De kolommen worden gelezen zoals de vorige keer dat een bestand deze kopjes had.',
      guessed: 'Wat de kolommen zijn, is uit hun kopjes geraden. Kijk het na.',
    },
    kind: 'Het bevat',
    table: 'Blad',
    header: 'Laatste rij van de kop',
    column: (letters, title) => `Kolom ${letters}: ${title}`,
    notRead: 'Niet inlezen',
    both: (first, second) => `${first} en ${second} in één cel`,
    show: 'Zo lezen',
    left: 'Niet ingelezen',
    leftColumn: (column, title, cells) => `Kolom ${column} (${title}): ${cells} cellen`,
    preview: 'Wat ervan zou komen',
    counts: (rows) => `${rows} rijen onder de kop`,
    takeIn: 'Inlezen',
    takeInWhat: (added, changed) =>
      `Nieuw: ${added}. Gewijzigd: ${changed}. Rijen in quarantaine blijven erbuiten; neem ze mee met de redenen ernaast, verbeter ze en breng ze opnieuw.`,
    nothing: 'Er valt niets te schrijven: elke rij die kan worden ingelezen, zegt wat het register zegt.',
    row: 'Rij',
    what: 'Waarover het gaat',
    outcome: 'Uitkomst',
    why: 'Verbeterd, of waarom niet',
    change: 'Voorheen en nu',
    rowsNone: 'Geen rij heeft deze uitkomst.',
    all: 'Alle rijen',
    before: 'Voorheen',
    now: 'Nu',
    noValue: 'niets, of niet getoond',
    reasons: 'Redenen',
    quarantineOut: 'Rijen in quarantaine als XLSX',
  },
  outcomes: {
    accepted: 'Aanvaard',
    corrected: 'Verbeterd',
    quarantined: 'In quarantaine',
    blank: 'Leeg',
  },
  effects: { added: 'Nieuw', changed: 'Gewijzigd', unchanged: 'Zoals het was', repeated: 'Al gezegd' },
  fields: {
    file: 'Bestand (XLSX of CSV)',
    name: 'Naam van het bestand',
    sheet: 'Binnengebracht bestand',
    kind: 'Wat het bevat',
    table: 'Naam van het blad in de werkmap; leeg: het eerste met een tabel',
    header: 'Laatste rij van de kop; leeg: er wordt naar gezocht',
    mapping: 'Kolommen, één per regel als A=id; leeg: zoals onthouden, anders geraden',
    plan: 'Wat is bekeken; leeg: wat er nu ook van komt',
    import: 'Wat is ingelezen',
  },
  acts: {
    upload: {
      title: 'Rekenblad binnenbrengen',
      explain: 'Het wordt gelezen en een tijd bewaard. In het register wordt niets geschreven.',
    },
    take_in: {
      title: 'Rekenblad inlezen',
      explain:
        'Alle aanvaarde en verbeterde rijen worden samen geschreven; die in quarantaine blijven erbuiten.',
    },
    undo: {
      title: 'Import terugnemen',
      explain: 'Het register is weer zoals tevoren, tenzij er intussen op is voortgebouwd.',
    },
  },
  problems: {
    sheet_broken: ({ detail }) => `Het bestand is niet te lezen: ${detail}`,
    sheet_type_unknown: () =>
      'Dit is geen XLSX en geen CSV. Bewaar het als XLSX, zonder wachtwoord, en breng het opnieuw.',
    sheet_empty: () => 'Er staat niets in het bestand.',
    sheet_unpacks_too_large: ({ megabytes }) =>
      `Uitgepakt is het bestand groter dan ${megabytes} MB of heeft het te veel delen.`,
    sheet_too_costly: ({ seconds }) =>
      `Het lezen van het bestand kost meer dan ${seconds} seconden of te veel geheugen.`,
    sheet_rows_too_many: ({ most, table }) => `${table} heeft meer dan ${most} rijen. Breng het in delen.`,
    sheet_columns_too_many: ({ most, table }) => `${table} heeft meer dan ${most} kolommen.`,
    sheet_tables_too_many: ({ most }) => `De werkmap heeft meer dan ${most} bladen.`,
    sheet_not_found: ({ id }) => `Er wordt geen bestand ${id} bewaard. Breng het opnieuw.`,
    sheet_table_unknown: ({ name }) => `De werkmap heeft geen blad ${name}.`,
    sheet_header_missing: ({ table }) => `${table} heeft waar is gezocht geen rij met namen van kolommen.`,
    sheet_mapping_unreadable: ({ line }) => `“${line}” noemt geen kolom van het bestand.`,
    sheet_target_unknown: ({ target }) => `Een kolom kan niet worden gelezen als “${target}”.`,
    sheet_target_twice: ({ field }) => `Twee kolommen worden gelezen als ${fieldName(String(field), 'nl')}.`,
    sheet_plan_differs: () =>
      'Het register is veranderd sinds u keek: er zou nu iets anders van komen. Bekijk het opnieuw.',
    sheet_nothing_to_write: ({ quarantined }) =>
      `Er valt niets te schrijven. Rijen in quarantaine: ${quarantined}.`,
    sheet_undo_named: ({ records }) =>
      `Wat is ingelezen, wordt hierin genoemd, en dat zou dan niets meer noemen: ${records}.`,
    sheet_spaces_removed: () => 'Overtollige spaties of onzichtbare tekens zijn weggehaald.',
    sheet_merged_read: () => 'Gelezen uit de samengevoegde cel.',
    sheet_date_from_serial: ({ text, date }) => `Het getal ${text} is gelezen als de datum ${date}.`,
    sheet_date_from_text: ({ text, date }) => `“${text}” is gelezen als de datum ${date}.`,
    sheet_word_read: ({ text, code }) => `“${text}” is gelezen als ${code}.`,
    sheet_name_read: ({ name, id }) => `“${name}” is gelezen als ${id}.`,
    sheet_languages_split: ({ languages }) => `Eén cel is gelezen als twee talen: ${languages}.`,
    sheet_row_repeated: ({ row }) => `Zegt hetzelfde als rij ${row} en wordt één keer geschreven.`,
    sheet_cell_error: ({ error }) => `In de cel staat de fout ${error}.`,
    sheet_text_too_long: ({ most }) => `De tekst heeft meer dan ${most} tekens.`,
    sheet_date_unreadable: ({ text }) => `“${text}” is niet zeker een datum. Schrijf 2014-03-12.`,
    sheet_date_in_future: ({ date }) => `${date} is nog niet gekomen.`,
    sheet_year_unreadable: ({ text }) => `“${text}” is geen jaar.`,
    sheet_number_unreadable: ({ text }) => `“${text}” is niet zeker een getal. Schrijf 12.5.`,
    sheet_plan_fixed: ({ year, state }) =>
      `Het plan van ${year} is nu: ${wordFor(String(state), 'nl')}. Geen punt ervan wordt nog met een rekenblad geschreven of eruit gehaald.`,
    sheet_yes_no_unreadable: ({ text }) => `“${text}” is geen ja en geen nee.`,
    sheet_choice_unknown: ({ text, choices }) => `“${text}” is geen van: ${choices}.`,
    sheet_reference_unknown: ({ name }) => `Het register kent niets dat “${name}” heet.`,
    sheet_reference_ambiguous: ({ name, ids }) => `“${name}” kan meer dan één zijn: ${ids}. Schrijf het id.`,
    sheet_languages_unclear: ({ text, languages }) =>
      `“${text}” is niet twee teksten met een streep ertussen (${languages}).`,
    sheet_id_invalid: ({ text }) =>
      `“${text}” is geen id: letters, cijfers, punt, liggend streepje, koppelteken.`,
    sheet_id_taken: ({ id }) =>
      `Het id dat uit de titel is gemaakt, ${id}, is in gebruik. Voeg een kolom met id’s toe.`,
    sheet_record_ambiguous: ({ ids }) => `Dit kan meer dan één zijn: ${ids}. Schrijf het id.`,
    sheet_title_missing: () => 'De rij heeft geen id en geen titel waaruit er een kan worden gemaakt.',
    sheet_field_missing: ({ field }) => `Ontbreekt: ${fieldName(String(field), 'nl')}.`,
    sheet_rows_contradict: ({ rows }) =>
      `Zegt iets anders over hetzelfde dan deze rijen: ${rows}. Wat is juist?`,
    sheet_row_needs_other: ({ name }) => `Noemt ${name}, waarvan de rij in quarantaine is.`,
    sheet_lifecycle_differs: ({ field }) =>
      `${fieldName(String(field), 'nl')} is in het register anders. Dat wordt daar gewijzigd, door wie erover beslist.`,
    sheet_group_only_seen: ({ date }) =>
      `Opgericht op ${date} is wat de lijst zegt. De groep wordt opgenomen zoals zij is gezien, niet als toen ingesteld: dat beslist wie groepen instelt.`,
    sheet_item_only_listed: ({ date }) =>
      `Ingediend op ${date} is wat de lijst zegt. De vraag komt op de lijst en is niet ingediend: dat doet het parlement.`,
    sheet_owner_not_yours: ({ owner }) =>
      `${owner} heeft dit niet toegezegd: dat legt ${owner} zelf vast, of het orgaan dat toezeggingen volgt.`,
    sheet_record_invalid: ({ field }) => `Dit kan zo niet: ${fieldName(String(field), 'nl')}.`,
  },
};
