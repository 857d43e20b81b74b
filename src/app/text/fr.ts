import type { JournalFaultCode } from '#platform/journal/journal.ts';
import type { AppTexts } from './en.ts';

const faults: Readonly<Record<string, string>> = {
  leaf_differs: 'L’inscription ne correspond pas à son empreinte',
  payload_differs: 'Le contenu de l’inscription ne correspond pas à son empreinte',
  record_differs: 'La donnée n’est pas ce que le journal en dit',
  record_missing: 'Le journal nomme une donnée qui n’existe pas',
  transition_differs: 'L’étape n’est pas ce que le journal en dit',
  transition_missing: 'Le journal nomme une étape qui n’existe pas',
  withdrawal_differs: 'Ce qui a été repris n’est pas ce que le journal nomme',
  sequence_gap: 'Les places dans le registre des inscriptions ne se suivent pas sans lacune',
} satisfies Record<JournalFaultCode, string>;

export const fr: AppTexts = {
  id_invalid: ({ received }) =>
    `«\u00a0${received}\u00a0» n’est pas un identifiant. Un identifiant compte de 1 à 128 lettres, chiffres, points, traits de soulignement ou traits d’union et commence par une lettre ou un chiffre.`,
  reference_invalid: ({ received }) =>
    `«\u00a0${received}\u00a0» n’est pas une référence. Écrivez registre/genre/identifiant.`,
  date_not_a_day: ({ received }) => `«\u00a0${received}\u00a0» n’est pas un jour. Écrivez 2017-09-30.`,
  date_out_of_range: () => 'Le résultat se situe hors des années avec lesquelles on peut calculer.',
  calendars_invalid: ({ message }) => `Le fichier des calendriers n’a pas la forme voulue\u00a0: ${message}`,
  calendar_day_outside_year: ({ day, year }) => `Le jour férié ${day} figure sous l’année ${year}.`,
  calendar_missing: ({ calendar }) => `Il faut un calendrier pour compter les jours ouvrables (${calendar}).`,
  calendar_year_unknown: ({ calendar, year }) =>
    `Le calendrier ${calendar} ne contient pas ${year}\u00a0: on ignore quels jours étaient ouvrables.`,
  deadline_amount_invalid: ({ amount }) =>
    `«\u00a0${amount}\u00a0» n’est pas un nombre de jours, de semaines, de mois ou d’années.`,
  ratio_value_not_numeric: () => 'Une part exige deux chiffres\u00a0; l’un d’eux manque ou est un texte.',
  ratio_divisor_may_be_zero: () => 'La part de ce qui peut être nul ne peut pas être donnée.',
  ratio_unbounded: () => 'Les chiffres ne donnent pas de bornes à la part.',
  currency_unknown: ({ received }) => `«\u00a0${received}\u00a0» n’est pas une monnaie de la norme ISO 4217.`,
  currency_differs: ({ currency, other }) =>
    `Des montants en ${currency} et en ${other} ne peuvent pas être additionnés.`,
  decimal_invalid: ({ received }) => `«\u00a0${received}\u00a0» n’est pas un nombre décimal.`,
  decimal_not_exact: ({ received }) =>
    `${received} ne peut pas être conservé exactement comme nombre. Écrivez-le comme texte.`,
  decimals_too_many: ({ received, allowed }) => `${received} a plus de ${allowed} décimales.`,
  share_out_of_range: ({ received }) => `${received} n’est pas une part entre 0 et 1.`,
  config_database_url_invalid: () =>
    'Ce doit être une adresse de PostgreSQL\u00a0: postgres://utilisateur:mot-de-passe@hôte/base.',
  config_flag_invalid: () => 'Ce doit être 0 ou 1.',
  config_port_invalid: () => 'Ce doit être un port\u00a0: un nombre de 0 à 65535.',
  config_address_invalid: () => 'Ce doit être une adresse commençant par http:// ou https://.',
  config_log_level_invalid: () => 'Ce doit être fatal, error, warn, info, debug, trace ou silent.',
  config_seconds_invalid: () => 'Ce doit être un nombre entier de secondes, de 1 à 99999.',
  config_oidc_incomplete: ({ missing }) =>
    `Un service d’identité a besoin de tous ses réglages\u00a0; il manque\u00a0: ${missing}.`,
  config_smtp_url_invalid: () =>
    'Ce doit être l’adresse d’un serveur de courriel\u00a0: smtp://utilisateur:mot-de-passe@hôte:port.',
  config_mail_from_invalid: () => 'Ce doit être une adresse électronique.',
  config_mail_incomplete: ({ missing }) =>
    `Le courriel a besoin des deux réglages\u00a0; il manque\u00a0: ${missing}.`,
  grant_not_in_force: ({ grant }) =>
    `Il n’y a pas d’habilitation ${grant} à laquelle mettre fin. access list les montre.`,
  journal_differs: ({ entry, fault }) =>
    `${faults[String(fault)] ?? fault}${entry === '' ? '' : ` (inscription ${entry})`}.`,
};
