import type { ExchangeTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const nl: ExchangeTexts = {
  reasons: {
    provision_unknown: ({ provision }: Params) => `Het register kent geen bepaling ${provision}.`,
    no_provision: ({ instrument, article }: Params) =>
      `${instrument} heeft geen bepaling van artikel ${article}.`,
    no_provision_any: ({ instrument }: Params) => `${instrument} maakt niets mogelijk.`,
    no_provision_op: ({ instrument, operation }: Params) =>
      `Niets in ${instrument} maakt de handeling ${operation} mogelijk.`,
    conditions_unreadable: ({ provision }: Params) =>
      `De voorwaarden van ${provision} zijn hier niet te lezen; zij maakt dus niets mogelijk.`,
    not_in_force: ({ subject, why }: Params) => `${subject}: ${why}`,
    not_in_force_party: ({ subject, party, why }: Params) => `${subject}, ${party}: ${why}`,
    no_agreement: ({ article, one, other }: Params) =>
      `artikel ${article}: geen uitvoeringsovereenkomst van kracht tussen ${one} en ${other}`,
    candidate: ({ instrument, party, why }: Params) => `${instrument}, ${party}: ${why}`,
    register_copy_old: ({ minutes, atMost }: Params) =>
      `De kopie van het recht op dit knooppunt is ${minutes} minuten oud; ouder dan ${atMost} minuten geeft zij nergens toegang toe.`,
    not_met: ({ condition }: Params) => `niet vervuld: ${condition}`,
    not_stated: ({ condition }: Params) => `niet vermeld: ${condition}`,
  },
  conditions: {
    agreement: ({ article }: Params) => `een uitvoeringsovereenkomst van kracht (artikel ${article})`,
    purpose: ({ words }: Params) => `doel uit ${words}`,
    data_set: ({ words }: Params) => `gegevensbestand uit ${words}`,
    data_set_unnamed: () => 'een gegevensbestand dat de uitvoeringsafspraak noemt',
    service: ({ words }: Params) => `gevraagd door een van deze diensten: ${words}`,
    function: ({ words }: Params) => `gevraagd in een van deze functies: ${words}`,
    offence: ({ words }: Params) => `strafbaar feit uit ${words}`,
    case_reference: () => 'het kenmerk van een zaak',
    stated: ({ words }: Params) => `de vrager verklaart: ${words}`,
    authorisation: () => 'een ambtenaar die op naam voor het gegevensbestand is aangewezen',
    authorisation_reviewed: ({ months }: Params) =>
      `een ambtenaar die op naam voor het gegevensbestand is aangewezen, waarbij de aanwijzing in de laatste ${months} maanden is nagezien`,
    training: () => 'de ambtenaar is opgeleid',
    screening: () => 'de ambtenaar is gescreend',
    place: ({ words }: Params) => `op een van deze plaatsen: ${words}`,
    place_unnamed: () =>
      'op een plaats die de overeenkomst noemt, in een bijlage die het register niet heeft',
    hours: ({ one, other }: Params) => `tussen ${one} en ${other} uur`,
    quota_officer: ({ count, days }: Params) =>
      `ten hoogste ${count} vragen van een ambtenaar in ${days} dagen`,
    quota_case: ({ count, days }: Params) => `ten hoogste ${count} vragen in een zaak in ${days} dagen`,
    quota_service: ({ count, days }: Params) => `ten hoogste ${count} vragen van een dienst in ${days} dagen`,
    onward_transfer: () => 'toestemming van de verstrekker voor doorgifte',
    other_purpose: () => 'toestemming van de verstrekker voor een ander doel',
    evidence: () => 'toestemming van de verstrekker voor gebruik als bewijs',
    disclosure: () => 'toestemming van de verstrekker voor bekendmaking',
    any_of: ({ words }: Params) => `een van: ${words}`,
  },
  periods: {
    hours: ({ what, count }: Params) => `${what}: ${count} uur`,
    days: ({ what, count }: Params) => `${what}: ${count} dagen`,
  },
  decide: {
    open: ({ one, other, day, basis }: Params) =>
      `Open tussen ${one} en ${other} op ${day}, krachtens ${basis}.`,
    closed: ({ one, other, day }: Params) => `Geweigerd tussen ${one} en ${other} op ${day}:`,
    must: () => 'Een verzoek moet voldoen aan:',
    nothing: () => 'Een verzoek hoeft aan niets meer te voldoen.',
  },
  problems: {
    exchange_file_unreadable: () => 'Het bestand is er geen dat een knooppunt heeft ondertekend.',
    exchange_file_other_form: ({ form, wanted }: Params) =>
      `Het bestand zegt dat het ${form} is, en er is naar ${wanted} gevraagd.`,
    exchange_key_invalid: ({ given }: Params) =>
      `Dit is geen sleutel zoals een knooppunt die bekendmaakt (name+hash+key): ${given}`,
    exchange_file_not_signed: () =>
      'Geen van de opgegeven sleutels heeft dit bestand ondertekend, of het is sindsdien veranderd.',
    exchange_node_unnamed: () => `Een knooppunt heeft een naam nodig: geef zijn partij, zijn taak of --name.`,
    exchange_contract_unreadable: () =>
      'Het bestand bevat geen contract, of geen sleutel en adres van een knooppunt zoals `exchange key --json` en `exchange propose` die schrijven.',
    exchange_contract_not_ours: () => 'Het contract is tussen twee andere dan dit knooppunt.',
    exchange_contract_key_not_ours: () =>
      'Het contract noemt een sleutel van dit knooppunt waarmee het nu niet ondertekent; laat het opnieuw voorstellen.',
    exchange_contract_unsigned: () =>
      'Het andere knooppunt heeft het contract niet ondertekend, of niet met de sleutel die het noemt.',
    exchange_contract_fingerprint_differs: () =>
      'De vingerafdruk is niet die van de sleutel van de ander in het contract: vraag de beheerder opnieuw en onderteken niet voordat hij dezelfde is.',
    exchange_contract_node_known: () =>
      'Dit knooppunt kent de ander met een andere sleutel; een nieuwe sleutel komt door `exchange rotate-key` van de ander zelf. Is de ander zijn sleutels kwijt, beëindig dan eerst het contract: `exchange end-contract`.',
    exchange_contract_ended: () => 'Dit contract is hier beëindigd: laat de ander een nieuw voorstellen.',
    exchange_contract_key_ended: () =>
      'De sleutel in het contract is beëindigd en ondertekent niets meer: laat de ander het voorstellen met de sleutel die hij nu heeft.',
    exchange_contract_epoch_known: () =>
      'Het knooppunt is bekend met een sleutel van deze of een latere periode. Laat het `exchange rotate-key` uitvoeren tot zijn periode hoger is en het contract opnieuw voorstellen.',
    exchange_contract_party_taken: () =>
      'De andere spreekt voor een partij die deze knoop zelf heeft of die in een ander contract staat. Een partij spreekt door één knoop: laat de beheerders uitmaken welke, en beëindig eerst het andere contract: `exchange end-contract`.',
    exchange_contract_secretariat_taken: () =>
      'De andere publiceert het register, en deze knoop of een knoop waarmee een contract bestaat doet dat ook. Eén alleen publiceert het: beëindig eerst dat contract als de andere de plaats inneemt: `exchange end-contract`.',
    exchange_clock_not_moved: ({ node, status }: Params) =>
      `${node} heeft zijn klok niet verzet (${status}): de knoop is niet met --test-clock gestart, is niet bereikbaar of neemt dit niet van deze knoop aan.`,
    exchange_no_contract: ({ node }: Params) => `Er is geen contract met ${node} dat kan eindigen.`,
    exchange_nothing_followed: ({ register }: Params) =>
      `Dit knooppunt heeft geen kopie van ${register} om los te laten: het publiceert het zelf of heeft nog niets overgenomen.`,
    exchange_no_self: () =>
      'Deze database is nog van geen knooppunt. Zeg voorgoed van welk: `exchange key --node NL --parties NL`.',
    exchange_node_name_invalid: ({ name }: Params) =>
      `${name} is geen naam voor een knooppunt: letters, cijfers en koppeltekens, hoogstens 40.`,
    exchange_node_party_unknown: ({ party, known }: Params) =>
      `Geen register hier heeft een partij ${party}. Bekend zijn: ${known}.`,
    exchange_url_needed: () =>
      'Geef het adres waarop anderen dit knooppunt bereiken: --url https://nl.example, zonder schuine streep aan het eind, zoekdeel of naam.',
    exchange_number_invalid: ({ given }: Params) => `Geef een getal boven nul in plaats van ${given}.`,
    exchange_every_invalid: ({ given }: Params) =>
      `Tussen rondes zitten minstens 50 milliseconden: geef een getal vanaf 50 in plaats van ${given}.`,
    exchange_service_invalid: ({ message }: Params) =>
      `Het bestand is geen lijst van een dienst:\n${message}`,
    exchange_instant_invalid: ({ given }: Params) =>
      `Schrijf het tijdstip als 2026-12-01T10:00:00Z in plaats van ${given}.`,
    exchange_key_unknown: ({ fingerprint }: Params) =>
      `Dit knooppunt heeft geen sleutel ${fingerprint}. Zijn pagina met knooppunten en sleutels noemt die het heeft.`,
    exchange_key_signs: ({ fingerprint }: Params) =>
      `Geen nieuwere sleutel heeft de plaats van ${fingerprint} ingenomen: voer eerst \`exchange rotate-key\` uit.`,
    exchange_no_node: () =>
      `Er draait geen knooppunt van deze database, dus niemand verstuurt de vraag. Start het met \`tripoint node\`.`,
    exchange_question_invalid: ({ message }: Params) => `De vraag is niet te lezen: ${message}`,
    exchange_log_empty: () => `Het logboek heeft nog geen regel.`,
    exchange_decision_differs: () => `De vastgelegde beslissing volgt niet uit waaruit zij genomen is.`,
    exchange_same_party: ({ party }: Params) =>
      `Een partij vraagt een andere: ${party} en ${party} zijn dezelfde.`,
    exchange_party_unknown: ({ party }: Params) => `Dit register heeft geen partij ${party}.`,
    exchange_instrument_unknown: ({ instrument }: Params) =>
      `Dit register heeft geen instrument ${instrument}.`,
  },
};
