import type { Language } from '#kernel/languages.ts';
import type { Problem } from '#kernel/result.ts';
import type { signInConfigProblems } from '#platform/access/sign-in.tsx';
import type { HttpProblemCode } from './problem-json.ts';

type Code = HttpProblemCode | keyof typeof signInConfigProblems;
type TextsOfCodes = Readonly<Record<Code, (params: Problem['params']) => string>>;

/** What went wrong with a request or a sign-in, as sentences. The shell's catalogues hold titles and advice. */
export const httpProblemTexts: Readonly<Record<Language, TextsOfCodes>> = {
  en: {
    address_invalid: () => 'The address has a part that cannot be decoded.',
    query_missing: ({ name }) => `“${name}” is missing from the address.`,
    query_repeated: ({ name }) => `“${name}” stands in the address more than once.`,
    query_unknown: ({ name, known }) => `“${name}” is no parameter of this address. Known are: ${known}.`,
    choice_unknown: ({ text, known }) => `“${text}” is none of: ${known}.`,
    field_invalid: ({ message }) => `${message}`,
    input_missing: ({ name }) => `“${name}” is missing.`,
    answer_unchosen: ({ known }) => `Choose an answer: ${known}.`,
    input_unknown: ({ name }) => `“${name}” is not asked for here.`,
    batch_not_found: ({ id }) => `There is no import ${id}.`,
    batch_undone: () => 'This import has been undone before.',
    batch_built_upon: ({ records }) =>
      `Something was built on this since: ${records}. Correct what is wrong with a new import or with the usual actions.`,
    changed_meanwhile: () =>
      'Somebody else has changed this since you opened it. What you entered is still below; look at what it says now, then send it again.',
    id_form_invalid: ({ received }) =>
      `“${received}” cannot stand in an address. Use small letters, digits and hyphens, 64 at most.`,
    form_unlike: ({ received, like }) =>
      `“${received}” is not written as it must be here. Write it like this: ${like}.`,
    action_not_allowed: ({ who, own }) =>
      `Nothing in force lets you do this at this moment: it is for those who act for ${who ?? 'the body or party that decides'}.${own === undefined ? '' : ` You act for ${own}.`}`,
    party_not_allowed: ({ party, own }) =>
      `You act for ${own}. What ${party} says, only those who act for ${party} can say.`,
    format_not_offered: ({ format }) => `This page cannot be had as ${format}.`,
    return_not_local: () => 'The address to go back to is not one of this site.',
    request_malformed: () => 'The request cannot be read.',
    sign_in_choice_invalid: () => 'This is not one of the choices offered.',
    sign_in_expired: () => 'The sign-in took too long, was used before, or was not begun in this browser.',
    sign_in_failed: ({ reason }) => `The identity provider did not confirm who you are (${reason}).`,
    origin_refused: () => 'A form was sent from another site. Send it again from our own page.',
    page_not_found: () => 'There is no page at this address.',
    register_not_found: ({ register }) => `No register “${register}” is loaded here.`,
    filter_sign_in_needed: () => 'Sign in to keep names for filters.',
    filter_name_invalid: ({ most }) => `A filter needs a name of at most ${most} characters.`,
    filter_name_taken: ({ name }) =>
      `You have a filter “${name}” already. Choose another name, or remove that one first.`,
    filters_too_many: ({ most }) => `You have ${most} filters. Remove one before you save another.`,
    filter_empty: () => 'No filter is chosen in this address, or more than can be kept.',
    filter_share_refused: () => 'You hold no role in this register, so there is nobody to share with.',
    filter_not_found: () => 'You have no such saved filter; it may have been removed before.',
    sign_in_not_offered: () => 'This node offers no sign-in here.',
    body_too_large: ({ bytes }) => `What was sent is larger than ${bytes} bytes.`,
    media_type_unsupported: () => 'What was sent is in a form that is not read here.',
    requests_too_many: ({ seconds }) =>
      `Too many requests came from your network address. Try again in ${seconds} seconds.`,
    request_failed: () => 'The request could not be answered. It has been noted under the number below.',
    identity_provider_unreachable: () => 'The identity provider does not answer. Try again later.',
    sign_in_not_configured: () => 'No identity provider is set, so that nobody can sign in.',
    oidc_issuer_insecure: () => 'The identity provider must be reached over https in production.',
    base_url_insecure: () => 'BASE_URL must be set, and be an https address, in production.',
  },
  nl: {
    address_invalid: () => 'Een deel van het adres is niet te lezen.',
    query_missing: ({ name }) => `“${name}” ontbreekt in het adres.`,
    query_repeated: ({ name }) => `“${name}” staat meer dan eens in het adres.`,
    query_unknown: ({ name, known }) => `“${name}” is geen parameter van dit adres. Bekend zijn: ${known}.`,
    choice_unknown: ({ text, known }) => `“${text}” is geen van: ${known}.`,
    field_invalid: ({ message }) => `${message}`,
    input_missing: ({ name }) => `“${name}” ontbreekt.`,
    answer_unchosen: ({ known }) => `Kies een antwoord: ${known}.`,
    input_unknown: ({ name }) => `“${name}” wordt hier niet gevraagd.`,
    batch_not_found: ({ id }) => `Er is geen import ${id}.`,
    batch_undone: () => 'Deze import is al ongedaan gemaakt.',
    batch_built_upon: ({ records }) =>
      `Hierop is intussen voortgebouwd: ${records}. Verbeter wat niet klopt met een nieuwe import of met de gewone handelingen.`,
    changed_meanwhile: () =>
      'Iemand anders heeft dit gewijzigd sinds u het opende. Wat u invulde staat hieronder nog; kijk wat er nu staat en verstuur het dan opnieuw.',
    id_form_invalid: ({ received }) =>
      `“${received}” kan niet in een adres staan. Gebruik kleine letters, cijfers en koppeltekens, ten hoogste 64.`,
    form_unlike: ({ received, like }) =>
      `“${received}” is niet geschreven zoals het hier moet. Schrijf het zo: ${like}.`,
    action_not_allowed: ({ who, own }) =>
      `Niets wat nu geldt, laat u dit doen: het is aan wie optreedt voor ${who ?? 'het orgaan of de partij die beslist'}.${own === undefined ? '' : ` U treedt op voor ${own}.`}`,
    party_not_allowed: ({ party, own }) =>
      `U treedt op voor ${own}. Wat ${party} zegt, kan alleen zeggen wie voor ${party} optreedt.`,
    format_not_offered: ({ format }) => `Deze pagina is niet als ${format} te krijgen.`,
    return_not_local: () => 'Het adres om naar terug te keren is geen adres van deze site.',
    request_malformed: () => 'Het verzoek is niet te lezen.',
    sign_in_choice_invalid: () => 'Dit is geen van de aangeboden keuzes.',
    sign_in_expired: () =>
      'Het aanmelden duurde te lang, is al gebruikt of is niet in deze browser begonnen.',
    sign_in_failed: ({ reason }) => `De identiteitsdienst heeft niet bevestigd wie u bent (${reason}).`,
    origin_refused: () =>
      'Er is een formulier verstuurd vanaf een andere site. Verstuur het opnieuw vanaf onze eigen pagina.',
    page_not_found: () => 'Op dit adres is geen pagina.',
    register_not_found: ({ register }) => `Hier is geen register “${register}” geladen.`,
    filter_sign_in_needed: () => 'Meld u aan om namen voor filters te bewaren.',
    filter_name_invalid: ({ most }) => `Een filter heeft een naam nodig van ten hoogste ${most} tekens.`,
    filter_name_taken: ({ name }) =>
      `U hebt al een filter “${name}”. Kies een andere naam of verwijder dat eerst.`,
    filters_too_many: ({ most }) => `U hebt ${most} filters. Verwijder er een voordat u een ander bewaart.`,
    filter_empty: () => 'In dit adres is geen filter gekozen, of meer dan kan worden bewaard.',
    filter_share_refused: () => 'U hebt geen rol in dit register en dus niemand om mee te delen.',
    filter_not_found: () => 'U hebt zo’n bewaard filter niet; misschien is het al verwijderd.',
    sign_in_not_offered: () => 'Op dit knooppunt kunt u zich hier niet aanmelden.',
    body_too_large: ({ bytes }) => `Wat is verstuurd, is groter dan ${bytes} bytes.`,
    media_type_unsupported: () => 'Wat is verstuurd, heeft een vorm die hier niet wordt gelezen.',
    requests_too_many: ({ seconds }) =>
      `Er kwamen te veel verzoeken van uw netwerkadres. Probeer het over ${seconds} seconden opnieuw.`,
    request_failed: () =>
      'Het verzoek kon niet worden beantwoord. Het is vastgelegd onder het nummer hieronder.',
    identity_provider_unreachable: () => 'De identiteitsdienst antwoordt niet. Probeer het later opnieuw.',
    sign_in_not_configured: () => 'Er is geen identiteitsdienst ingesteld, zodat niemand zich kan aanmelden.',
    oidc_issuer_insecure: () => 'In productie moet de identiteitsdienst via https bereikbaar zijn.',
    base_url_insecure: () => 'In productie moet BASE_URL zijn ingesteld en een https-adres zijn.',
  },
  fr: {
    address_invalid: () => 'Une partie de l’adresse ne peut pas être décodée.',
    query_missing: ({ name }) => `«\u00a0${name}\u00a0» manque dans l’adresse.`,
    query_repeated: ({ name }) => `«\u00a0${name}\u00a0» figure plus d’une fois dans l’adresse.`,
    query_unknown: ({ name, known }) =>
      `«\u00a0${name}\u00a0» n’est pas un paramètre de cette adresse. Sont connus\u00a0: ${known}.`,
    choice_unknown: ({ text, known }) =>
      `«\u00a0${text}\u00a0» ne fait pas partie des valeurs suivantes\u00a0: ${known}.`,
    field_invalid: ({ message }) => `${message}`,
    input_missing: ({ name }) => `« ${name} » manque.`,
    answer_unchosen: ({ known }) => `Choisissez une réponse\u00a0: ${known}.`,
    input_unknown: ({ name }) => `« ${name} » n’est pas demandé ici.`,
    batch_not_found: ({ id }) => `Il n’y a pas d’importation ${id}.`,
    batch_undone: () => 'Cette importation a déjà été annulée.',
    batch_built_upon: ({ records }) =>
      `On a entre-temps travaillé sur ceci : ${records}. Corrigez ce qui est faux par une nouvelle importation ou par les actions habituelles.`,
    changed_meanwhile: () =>
      'Quelqu’un d’autre a modifié ceci depuis que vous l’avez ouvert. Ce que vous avez saisi est conservé ci-dessous ; voyez ce qui est écrit maintenant, puis renvoyez-le.',
    id_form_invalid: ({ received }) =>
      `«\u00a0${received}\u00a0» ne peut figurer dans une adresse. Utilisez des minuscules, des chiffres et des traits d’union, 64 au plus.`,
    form_unlike: ({ received, like }) =>
      `« ${received} » n’est pas écrit comme il le faut ici. Écrivez-le ainsi : ${like}.`,
    action_not_allowed: ({ who, own }) =>
      `Rien de ce qui est en vigueur ne vous permet de le faire : c’est à ceux qui agissent pour ${who ?? 'l’organe ou la partie qui décide'}.${own === undefined ? '' : ` Vous agissez pour ${own}.`}`,
    party_not_allowed: ({ party, own }) =>
      `Vous agissez pour ${own}. Ce que dit ${party}, seuls ceux qui agissent pour ${party} peuvent le dire.`,
    format_not_offered: ({ format }) => `Cette page n’est pas disponible au format ${format}.`,
    return_not_local: () => 'L’adresse de retour n’est pas une adresse de ce site.',
    request_malformed: () => 'La requête est illisible.',
    sign_in_choice_invalid: () => 'Ce choix ne fait pas partie de ceux proposés.',
    sign_in_expired: () =>
      'La connexion a pris trop de temps, a déjà servi ou n’a pas été commencée dans ce navigateur.',
    sign_in_failed: ({ reason }) => `Le service d’identité n’a pas confirmé qui vous êtes (${reason}).`,
    origin_refused: () =>
      'Un formulaire a été envoyé depuis un autre site. Renvoyez-le depuis notre propre page.',
    page_not_found: () => 'Il n’y a pas de page à cette adresse.',
    register_not_found: ({ register }) => `Aucun registre «\u00a0${register}\u00a0» n’est chargé ici.`,
    filter_sign_in_needed: () => 'Connectez-vous pour garder des noms de filtres.',
    filter_name_invalid: ({ most }) => `Un filtre a besoin d’un nom de ${most} caractères au plus.`,
    filter_name_taken: ({ name }) =>
      `Vous avez déjà un filtre « ${name} ». Choisissez un autre nom ou supprimez d’abord celui-là.`,
    filters_too_many: ({ most }) =>
      `Vous avez ${most} filtres. Supprimez-en un avant d’en enregistrer un autre.`,
    filter_empty: () => 'Aucun filtre n’est choisi dans cette adresse, ou plus qu’il ne peut en être gardé.',
    filter_share_refused: () =>
      'Vous n’avez aucun rôle dans ce registre, et donc personne avec qui partager.',
    filter_not_found: () => 'Vous n’avez pas de tel filtre enregistré ; il a peut-être déjà été supprimé.',
    sign_in_not_offered: () => 'Ce nœud ne propose pas de connexion ici.',
    body_too_large: ({ bytes }) => `L’envoi dépasse ${bytes} octets.`,
    media_type_unsupported: () => 'L’envoi est dans une forme qui n’est pas lue ici.',
    requests_too_many: ({ seconds }) =>
      `Trop de requêtes sont venues de votre adresse réseau. Réessayez dans ${seconds} secondes.`,
    request_failed: () => 'La requête n’a pas pu aboutir. Elle a été consignée sous le numéro ci-dessous.',
    identity_provider_unreachable: () => 'Le service d’identité ne répond pas. Réessayez plus tard.',
    sign_in_not_configured: () =>
      'Aucun service d’identité n’est configuré\u00a0: personne ne peut se connecter.',
    oidc_issuer_insecure: () => 'En production, le service d’identité doit être joint en https.',
    base_url_insecure: () => 'En production, BASE_URL doit être définie et être une adresse https.',
  },
  de: {
    address_invalid: () => 'Ein Teil der Adresse lässt sich nicht lesen.',
    query_missing: ({ name }) => `„${name}“ fehlt in der Adresse.`,
    query_repeated: ({ name }) => `„${name}“ steht mehr als einmal in der Adresse.`,
    query_unknown: ({ name, known }) =>
      `„${name}“ ist kein Parameter dieser Adresse. Bekannt sind: ${known}.`,
    choice_unknown: ({ text, known }) => `„${text}“ ist keiner der Werte: ${known}.`,
    field_invalid: ({ message }) => `${message}`,
    input_missing: ({ name }) => `„${name}“ fehlt.`,
    answer_unchosen: ({ known }) => `Wählen Sie eine Antwort: ${known}.`,
    input_unknown: ({ name }) => `„${name}“ ist hier nicht gefragt.`,
    batch_not_found: ({ id }) => `Es gibt keinen Import ${id}.`,
    batch_undone: () => 'Dieser Import ist schon rückgängig gemacht.',
    batch_built_upon: ({ records }) =>
      `Hierauf wurde inzwischen aufgebaut: ${records}. Berichtigen Sie, was falsch ist, mit einem neuen Import oder den üblichen Handlungen.`,
    changed_meanwhile: () =>
      'Jemand anders hat dies geändert, seit Sie es geöffnet haben. Was Sie eingegeben haben, steht noch unten; sehen Sie, was jetzt dort steht, und senden Sie es dann erneut.',
    id_form_invalid: ({ received }) =>
      `„${received}“ kann nicht in einer Adresse stehen. Verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 64.`,
    form_unlike: ({ received, like }) =>
      `„${received}“ ist nicht so geschrieben, wie es hier sein muss. Schreiben Sie es so: ${like}.`,
    action_not_allowed: ({ who, own }) =>
      `Nichts, was jetzt gilt, erlaubt Ihnen das: Es steht denen zu, die für ${who ?? 'das Organ oder die Partei'} auftreten${who === undefined ? ', die entscheidet' : ''}.${own === undefined ? '' : ` Sie treten für ${own} auf.`}`,
    party_not_allowed: ({ party, own }) =>
      `Sie treten für ${own} auf. Was ${party} sagt, kann nur sagen, wer für ${party} auftritt.`,
    format_not_offered: ({ format }) => `Diese Seite gibt es nicht als ${format}.`,
    return_not_local: () => 'Die Rückkehradresse ist keine Adresse dieser Website.',
    request_malformed: () => 'Die Anfrage ist nicht lesbar.',
    sign_in_choice_invalid: () => 'Das ist keine der angebotenen Möglichkeiten.',
    sign_in_expired: () =>
      'Die Anmeldung dauerte zu lange, wurde bereits verwendet oder wurde nicht in diesem Browser begonnen.',
    sign_in_failed: ({ reason }) => `Der Identitätsdienst hat nicht bestätigt, wer Sie sind (${reason}).`,
    origin_refused: () =>
      'Ein Formular wurde von einer anderen Website gesendet. Senden Sie es erneut von unserer eigenen Seite.',
    page_not_found: () => 'Unter dieser Adresse gibt es keine Seite.',
    register_not_found: ({ register }) => `Hier ist kein Register „${register}“ geladen.`,
    filter_sign_in_needed: () => 'Melden Sie sich an, um Namen für Filter zu speichern.',
    filter_name_invalid: ({ most }) => `Ein Filter braucht einen Namen von höchstens ${most} Zeichen.`,
    filter_name_taken: ({ name }) =>
      `Sie haben schon einen Filter „${name}“. Wählen Sie einen anderen Namen oder entfernen Sie jenen zuerst.`,
    filters_too_many: ({ most }) =>
      `Sie haben ${most} Filter. Entfernen Sie einen, bevor Sie einen weiteren speichern.`,
    filter_empty: () => 'In dieser Adresse ist kein Filter gewählt, oder mehr, als gespeichert werden kann.',
    filter_share_refused: () =>
      'Sie haben in diesem Register keine Rolle und daher niemanden, mit dem Sie teilen könnten.',
    filter_not_found: () =>
      'Sie haben keinen solchen gespeicherten Filter; vielleicht wurde er schon entfernt.',
    sign_in_not_offered: () => 'An diesem Knoten ist hier keine Anmeldung möglich.',
    body_too_large: ({ bytes }) => `Das Gesendete ist größer als ${bytes} Byte.`,
    media_type_unsupported: () => 'Das Gesendete hat eine Form, die hier nicht gelesen wird.',
    requests_too_many: ({ seconds }) =>
      `Von Ihrer Netzadresse kamen zu viele Anfragen. Versuchen Sie es in ${seconds} Sekunden erneut.`,
    request_failed: () =>
      'Die Anfrage konnte nicht beantwortet werden. Sie ist unter der Nummer unten vermerkt.',
    identity_provider_unreachable: () =>
      'Der Identitätsdienst antwortet nicht. Versuchen Sie es später erneut.',
    sign_in_not_configured: () => 'Es ist kein Identitätsdienst eingestellt; niemand kann sich anmelden.',
    oidc_issuer_insecure: () => 'Im Echtbetrieb muss der Identitätsdienst über https erreichbar sein.',
    base_url_insecure: () => 'Im Echtbetrieb muss BASE_URL gesetzt und eine https-Adresse sein.',
  },
};
