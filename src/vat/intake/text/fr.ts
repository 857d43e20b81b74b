import type { IntakeTexts } from './en.ts';

export const fr: IntakeTexts = {
  rows: {
    written_otherwise: 'écrit en d’autres signes, avec un seul sens',
    row_empty: 'une ligne vide',
    line_too_long: 'la ligne est trop longue',
    quotes_broken: 'des guillemets qui ne se ferment pas',
    columns_missing: 'trop peu de colonnes',
    columns_too_many: 'trop de colonnes',
    number_unreadable: 'pas un numéro de TVA : le préfixe d’un État et des chiffres',
    number_unsound: 'la clé du numéro de TVA est fausse',
    not_of_state: 'le numéro de TVA est d’un autre État',
    kind_unknown: 'nature inconnue : L, T ou S',
    period_unreadable: 'pas une période : 2019-05, 2019-Q2 ou 2019',
    amount_unreadable: 'pas un montant : 1234.50',
    amount_ambiguous: 'un montant à deux sens : milliers ou décimales',
    amount_too_large: 'le montant est trop grand',
    date_unreadable: 'pas un jour : 2019-05-31',
    received_missing: 'le jour de réception manque',
    received_before_period: 'reçu avant le début de la période',
    ends_before_it_begins: 'finit avant de commencer',
    correction_unknown: 'correction inconnue : vide, replace ou add',
    text_unreadable: 'des signes illisibles',
    currency_not_euro: 'la monnaie n’est pas l’euro',
    currency_unknown: 'pas de monnaie : trois lettres, comme EUR',
    rate_unreadable: 'pas de taux : 21 ou 5.50',
    state_unknown: 'pas d’État d’après le préfixe de ses numéros de TVA : NL, BE, EL',
    time_unreadable: 'pas d’heure : 2026-03-31T23:30:00+02:00',
    refund_unclear: 'paiement ou remboursement : moins que rien, et non désigné comme remboursement',
    payee_unreadable: 'pas un bénéficiaire : un numéro de TVA, un numéro fiscal ou un compte',
    control_total_differs: 'la liste ne donne pas le total qu’elle annonce',
  },
  line: ({ file, in: all, accepted, corrected, quarantined, wasThere }) =>
    `${file} : ${all} lignes, ${accepted} acceptées, ${corrected} corrigées, ${quarantined} mises à part${wasThere === 1 ? ' (déjà là, rien ne change)' : ''}`,
  none: 'Aucun fichier de déclarations n’a été reçu.',
  problems: {
    vat_file_empty: () => 'Le fichier est vide.',
    vat_file_missing: () => 'Nommez au moins un fichier.',
    vat_head_columns: ({ kind, missing, unknown }) =>
      `La première ligne doit nommer les colonnes. Le plus proche est ${kind} : manquent ${missing} ; inconnues ou doubles ${unknown}.`,
    vat_xml_invalid: ({ message }) => `Le fichier n’est pas un XML lisible : ${message}.`,
    vat_xml_encoding: () =>
      'Cet encodage n’est pas lu ; UTF-8, ISO-8859-1, ISO-8859-15 et Windows-1252 le sont.',
    vat_intervat_root: () =>
      'Le fichier n’est pas un relevé belge : sa racine doit être IntraConsignment de www.minfin.fgov.be.',
    vat_cesop_root: () =>
      'Le fichier n’est pas un message CESOP : sa racine doit être CESOP de urn:ec.europa.eu:taxud:fiscalis:cesop:v1.',
    vat_cesop_body: () =>
      'Le message ne contient pas de paiements : c’est le résultat du contrôle d’un autre message.',
    vat_cesop_correction: ({ kind }) =>
      `Le message corrige un message antérieur (${kind}). Les corrections de paiements ne sont pas lues ici : redemandez au prestataire tout le trimestre, comme données nouvelles (CESOP100). Un paiement déclaré à nouveau compte comme il l’a été en dernier ; celui qui l’a été à tort et ne l’est plus reste, dites donc lequel à qui compare.`,
    vat_ubl_root: ({ root }) => `Le fichier n’est pas une facture en UBL 2 : sa racine est « ${root} ».`,
    vat_state_unknown: ({ given }) =>
      `« ${given} » n’est pas un préfixe de numéros de TVA : NL, BE, LU, DE, FR, EL …`,
    vat_day_missing: ({ given }) => `Donnez un jour entier, tel que 2019-05-31, au lieu de ${given}.`,
    vat_said_unreadable: ({ given }) =>
      `Donnez un nombre au lieu de « ${given} » : de lignes 120, de montants 1234.50.`,
    vat_said_differs: ({ rows, saidRows, cents, saidCents }) =>
      `Le fichier n’est pas ce que dit son expéditeur : ${rows} lignes (dit ${saidRows}), ${cents} centimes (dit ${saidCents}). Rien n’en a été reçu.`,
    vat_said_of_xml: () =>
      'D’un fichier XML on ne dit rien de plus : ses listes disent elles-mêmes leur total.',
  },
};
