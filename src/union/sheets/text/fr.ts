import { fieldName } from '../../text/fields/fields.ts';
import { wordFor } from '../../text/words/words.ts';
import type { SheetTexts } from './en.ts';

export const fr: SheetTexts = {
  page: {
    title: 'Depuis le tableur',
    lede: 'Les listes tenues dans Excel ou en CSV entrent ici : d’abord examinées cellule par cellule, puis reprises en entier, et annulées en entier si c’était une erreur.',
    bring: 'Apporter un fichier',
    bringWhat: (megabytes, rows, columns) =>
      `XLSX ou CSV, au plus ${megabytes} Mo, ${rows} lignes et ${columns} colonnes. Les valeurs seulement : aucune formule n’est exécutée. Rien n’est écrit avant que vous ayez vu ce qui le serait.`,
    file: 'Fichier',
    notYours: 'Les feuilles de calcul sont apportées par l’organe auquel l’union a donné cette compétence.',
    notYoursWho: 'Qui agit pour cet organe peut s’identifier et le faire.',
    files: 'Fichiers apportés',
    filesNone: 'Aucun fichier n’a été apporté ces derniers jours.',
    filesNoneWhat: (days) => `Un fichier est gardé ${days} jours, parce qu’il peut nommer des personnes.`,
    name: 'Fichier',
    brought: 'Apporté',
    imports: 'Ce qui a été repris',
    importsNone: 'Rien n’a encore été repris d’un tableur.',
    importsNoneWhat: 'Apportez un fichier, voyez ce qui en résulterait et reprenez-le.',
    takenIn: 'Repris',
    state: 'État',
    stands: 'En vigueur',
    undone: 'Annulé',
    undo: 'Annuler',
    out: 'Emporter une liste, la modifier, la rapporter',
    outWhat:
      'La liste a des identifiants stables. Rapportée, elle ne change que ce qui a été modifié. Une cellule vide ne change rien, et les noms de personnes restent ici.',
    reading: 'Comment il est lu',
    readingWhat: {
      chosen: 'Les colonnes sont lues comme choisi.',
      remembered: 'Les colonnes sont lues comme la dernière fois qu’un fichier avait ces en-têtes.',
      guessed: 'Ce que sont les colonnes a été deviné d’après leurs en-têtes. Vérifiez.',
    },
    kind: 'Il contient',
    table: 'Feuille',
    header: 'Dernière ligne de l’en-tête',
    column: (letters, title) => `Colonne ${letters} : ${title}`,
    notRead: 'Ne pas reprendre',
    both: (first, second) => `${first} et ${second} dans une cellule`,
    show: 'Lire ainsi',
    left: 'Non repris',
    leftColumn: (column, title, cells) => `Colonne ${column} (${title}) : ${cells} cellules`,
    preview: 'Ce qui en résulterait',
    counts: (rows) => `${rows} lignes sous l’en-tête`,
    takeIn: 'Reprendre',
    takeInWhat: (added, changed) =>
      `Nouveaux : ${added}. Modifiés : ${changed}. Les lignes en quarantaine restent dehors ; emportez-les avec les raisons à côté, corrigez-les et rapportez-les.`,
    nothing: 'Il n’y a rien à écrire : chaque ligne qui peut être reprise dit ce que dit le registre.',
    row: 'Ligne',
    what: 'De quoi il s’agit',
    outcome: 'Résultat',
    why: 'Corrigé, ou pourquoi pas',
    change: 'Avant et maintenant',
    rowsNone: 'Aucune ligne n’a ce résultat.',
    all: 'Toutes les lignes',
    before: 'Avant',
    now: 'Maintenant',
    noValue: 'rien, ou non montré',
    reasons: 'Raisons',
    quarantineOut: 'Lignes en quarantaine en XLSX',
  },
  outcomes: {
    accepted: 'Acceptée',
    corrected: 'Corrigée',
    quarantined: 'En quarantaine',
    blank: 'Vide',
  },
  effects: { added: 'Nouveau', changed: 'Modifié', unchanged: 'Comme avant', repeated: 'Déjà dit' },
  fields: {
    file: 'Fichier (XLSX ou CSV)',
    name: 'Nom du fichier',
    sheet: 'Fichier apporté',
    kind: 'Ce qu’il contient',
    table: 'Nom de la feuille dans le classeur ; vide : la première qui a un tableau',
    header: 'Dernière ligne de l’en-tête ; vide : elle est cherchée',
    mapping: 'Colonnes, une par ligne comme A=id ; vide : comme retenu, sinon deviné',
    plan: 'Ce qui a été vu ; vide : quoi qu’il en résulte maintenant',
    import: 'Ce qui a été repris',
  },
  acts: {
    upload: {
      title: 'Apporter une feuille de calcul',
      explain: 'Elle est lue et gardée quelque temps. Rien n’est écrit dans le registre.',
    },
    take_in: {
      title: 'Reprendre une feuille de calcul',
      explain:
        'Toutes les lignes acceptées et corrigées sont écrites ensemble ; celles en quarantaine restent dehors.',
    },
    undo: {
      title: 'Annuler une importation',
      explain: 'Le registre est comme avant, sauf si l’on a entre-temps travaillé dessus.',
    },
  },
  problems: {
    sheet_broken: ({ detail }) => `Le fichier ne peut être lu : ${detail}`,
    sheet_type_unknown: () =>
      'Ce n’est ni du XLSX ni du CSV. Enregistrez-le en XLSX, sans mot de passe, et rapportez-le.',
    sheet_empty: () => 'Le fichier ne contient rien.',
    sheet_unpacks_too_large: ({ megabytes }) =>
      `Décompressé, le fichier dépasse ${megabytes} Mo ou a trop de parties.`,
    sheet_too_costly: ({ seconds }) =>
      `La lecture du fichier demande plus de ${seconds} secondes ou trop de mémoire.`,
    sheet_rows_too_many: ({ most, table }) => `${table} a plus de ${most} lignes. Apportez-le par parties.`,
    sheet_columns_too_many: ({ most, table }) => `${table} a plus de ${most} colonnes.`,
    sheet_tables_too_many: ({ most }) => `Le classeur a plus de ${most} feuilles.`,
    sheet_not_found: ({ id }) => `Aucun fichier ${id} n’est gardé. Rapportez-le.`,
    sheet_table_unknown: ({ name }) => `Le classeur n’a pas de feuille ${name}.`,
    sheet_header_missing: ({ table }) =>
      `${table} n’a pas de ligne avec des noms de colonnes là où on l’a cherchée.`,
    sheet_mapping_unreadable: ({ line }) => `« ${line} » ne nomme aucune colonne du fichier.`,
    sheet_target_unknown: ({ target }) => `Une colonne ne peut être lue comme « ${target} ».`,
    sheet_target_twice: ({ field }) => `Deux colonnes sont lues comme ${fieldName(String(field), 'fr')}.`,
    sheet_plan_differs: () =>
      'Le registre a changé depuis que vous avez regardé : il en résulterait autre chose. Regardez de nouveau.',
    sheet_nothing_to_write: ({ quarantined }) =>
      `Il n’y a rien à écrire. Lignes en quarantaine : ${quarantined}.`,
    sheet_undo_named: ({ records }) =>
      `Ce qui a été repris est nommé par ceux-ci, qui ne nommeraient alors plus rien : ${records}.`,
    sheet_spaces_removed: () => 'Des espaces superflus ou des caractères invisibles ont été retirés.',
    sheet_merged_read: () => 'Lu dans la cellule fusionnée.',
    sheet_date_from_serial: ({ text, date }) => `Le nombre ${text} a été lu comme la date ${date}.`,
    sheet_date_from_text: ({ text, date }) => `« ${text} » a été lu comme la date ${date}.`,
    sheet_word_read: ({ text, code }) => `« ${text} » a été lu comme ${code}.`,
    sheet_name_read: ({ name, id }) => `« ${name} » a été lu comme ${id}.`,
    sheet_languages_split: ({ languages }) => `Une cellule a été lue comme deux langues : ${languages}.`,
    sheet_row_repeated: ({ row }) => `Dit la même chose que la ligne ${row} et n’est écrite qu’une fois.`,
    sheet_cell_error: ({ error }) => `La cellule contient l’erreur ${error}.`,
    sheet_text_too_long: ({ most }) => `Le texte a plus de ${most} caractères.`,
    sheet_date_unreadable: ({ text }) => `« ${text} » n’est pas avec certitude une date. Écrivez 2014-03-12.`,
    sheet_date_in_future: ({ date }) => `${date} n’est pas encore venu.`,
    sheet_year_unreadable: ({ text }) => `« ${text} » n’est pas une année.`,
    sheet_number_unreadable: ({ text }) => `« ${text} » n’est pas certainement un nombre. Écrivez 12.5.`,
    sheet_plan_fixed: ({ year, state }) =>
      `Le plan de ${year} est maintenant\u00a0: ${wordFor(String(state), 'fr')}. Aucun de ses points n’est plus écrit ni retiré par une feuille de calcul.`,
    sheet_yes_no_unreadable: ({ text }) => `« ${text} » n’est ni oui ni non.`,
    sheet_choice_unknown: ({ text, choices }) => `« ${text} » n’est aucun de : ${choices}.`,
    sheet_reference_unknown: ({ name }) => `Le registre ne connaît rien qui s’appelle « ${name} ».`,
    sheet_reference_ambiguous: ({ name, ids }) =>
      `« ${name} » peut en désigner plusieurs : ${ids}. Écrivez l’identifiant.`,
    sheet_languages_unclear: ({ text, languages }) =>
      `« ${text} » n’est pas deux textes séparés par une barre (${languages}).`,
    sheet_id_invalid: ({ text }) =>
      `« ${text} » n’est pas un identifiant : lettres, chiffres, point, tiret bas, trait d’union.`,
    sheet_id_taken: ({ id }) =>
      `L’identifiant tiré du titre, ${id}, est déjà pris. Ajoutez une colonne d’identifiants.`,
    sheet_record_ambiguous: ({ ids }) => `Il peut s’agir de plusieurs : ${ids}. Écrivez l’identifiant.`,
    sheet_title_missing: () => 'La ligne n’a ni identifiant ni titre dont on puisse en tirer un.',
    sheet_field_missing: ({ field }) => `Manque : ${fieldName(String(field), 'fr')}.`,
    sheet_rows_contradict: ({ rows }) =>
      `Dit autre chose du même que ces lignes : ${rows}. Qu’est-ce qui est juste ?`,
    sheet_row_needs_other: ({ name }) => `Nomme ${name}, dont la ligne est en quarantaine.`,
    sheet_lifecycle_differs: ({ field }) =>
      `${fieldName(String(field), 'fr')} est autre dans le registre. Cela s’y change, par qui en décide.`,
    sheet_group_only_seen: ({ date }) =>
      `La liste dit\u00a0: créé le ${date}. Le groupe est repris tel qu’il a été vu, non comme institué alors : cela relève de qui crée les groupes.`,
    sheet_item_only_listed: ({ date }) =>
      `La liste dit\u00a0: déposée le ${date}. La question est reprise dans la liste, non déposée : cela revient au parlement.`,
    sheet_owner_not_yours: ({ owner }) =>
      `${owner} ne s’y est pas engagé\u00a0: l’engagement est consigné par ${owner}, ou par l’organe qui suit les engagements.`,
    sheet_record_invalid: ({ field }) => `Cela ne peut être ainsi : ${fieldName(String(field), 'fr')}.`,
  },
};
