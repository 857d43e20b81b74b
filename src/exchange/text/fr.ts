import type { ExchangeTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const fr: ExchangeTexts = {
  reasons: {
    provision_unknown: ({ provision }: Params) => `Le registre ne connaît pas de disposition ${provision}.`,
    no_provision: ({ instrument, article }: Params) =>
      `${instrument} n’a pas de disposition de l’article ${article}.`,
    no_provision_any: ({ instrument }: Params) => `${instrument} n’ouvre rien.`,
    no_provision_op: ({ instrument, operation }: Params) =>
      `Rien dans ${instrument} n’ouvre l’opération ${operation}.`,
    conditions_unreadable: ({ provision }: Params) =>
      `Les conditions de ${provision} ne peuvent être lues ici\u00a0; elle n’ouvre donc rien.`,
    not_in_force: ({ subject, why }: Params) => `${subject}\u00a0: ${why}`,
    not_in_force_party: ({ subject, party, why }: Params) => `${subject}, ${party}\u00a0: ${why}`,
    no_agreement: ({ article, one, other }: Params) =>
      `article ${article}\u00a0: aucun accord d’exécution en vigueur entre les parties ${one} et ${other}`,
    candidate: ({ instrument, party, why }: Params) => `${instrument}, ${party}\u00a0: ${why}`,
    register_copy_old: ({ minutes, atMost }: Params) =>
      `La copie du droit de ce nœud date de ${minutes} minutes\u00a0; au-delà de ${atMost} minutes, elle n’ouvre rien.`,
    not_met: ({ condition }: Params) => `non rempli\u00a0: ${condition}`,
    not_stated: ({ condition }: Params) => `non indiqué\u00a0: ${condition}`,
  },
  conditions: {
    agreement: ({ article }: Params) => `un accord d’exécution en vigueur (article ${article})`,
    purpose: ({ words }: Params) => `finalité parmi ${words}`,
    data_set: ({ words }: Params) => `fichier de données parmi ${words}`,
    data_set_unnamed: () => 'un fichier de données que l’accord d’exécution nomme',
    service: ({ words }: Params) => `demandé par l’un de ces services\u00a0: ${words}`,
    function: ({ words }: Params) => `demandé dans l’une de ces fonctions\u00a0: ${words}`,
    offence: ({ words }: Params) => `infraction parmi ${words}`,
    case_reference: () => 'la référence d’une affaire',
    stated: ({ words }: Params) => `le demandeur déclare\u00a0: ${words}`,
    authorisation: () => 'un agent désigné nommément pour le fichier de données',
    authorisation_reviewed: ({ months }: Params) =>
      `un agent désigné nommément pour le fichier de données, la désignation étant revue depuis moins de ${months} mois`,
    training: () => 'l’agent a été formé',
    screening: () => 'l’agent a fait l’objet d’une enquête de sécurité',
    place: ({ words }: Params) => `dans l’un de ces lieux\u00a0: ${words}`,
    place_unnamed: () => 'dans un lieu que l’accord nomme, dans une annexe que le registre n’a pas',
    hours: ({ one, other }: Params) => `entre ${one} et ${other}`,
    quota_officer: ({ count, days }: Params) => `au plus ${count} demandes d’un agent en ${days} jours`,
    quota_case: ({ count, days }: Params) => `au plus ${count} demandes dans une affaire en ${days} jours`,
    quota_service: ({ count, days }: Params) => `au plus ${count} demandes d’un service en ${days} jours`,
    onward_transfer: () => 'consentement du fournisseur à la transmission ultérieure',
    other_purpose: () => 'consentement du fournisseur à une autre finalité',
    evidence: () => 'consentement du fournisseur à l’usage comme preuve',
    disclosure: () => 'consentement du fournisseur à la divulgation',
    any_of: ({ words }: Params) => `l’un de\u00a0: ${words}`,
  },
  periods: {
    hours: ({ what, count }: Params) => `${what}\u00a0: ${count} heures`,
    days: ({ what, count }: Params) => `${what}\u00a0: ${count} jours`,
  },
  decide: {
    open: ({ one, other, day, basis }: Params) =>
      `Ouvert entre ${one} et ${other} le ${day}, en vertu de ${basis}.`,
    closed: ({ one, other, day }: Params) => `Refusé entre ${one} et ${other} le ${day}\u00a0:`,
    must: () => 'Une demande doit remplir :',
    nothing: () => 'Une demande n’a rien de plus à remplir.',
  },
  problems: {
    exchange_file_unreadable: () => 'Ce fichier n’a été signé par aucun nœud.',
    exchange_file_other_form: ({ form, wanted }: Params) =>
      `Le fichier dit être ${form}, et ${wanted} est demandé.`,
    exchange_key_invalid: ({ given }: Params) =>
      `Ce n’est pas une clé telle qu’un nœud la publie (name+hash+key) : ${given}`,
    exchange_file_not_signed: () =>
      'Aucune des clés données n’a signé ce fichier, ou il a été modifié depuis.',
    exchange_node_unnamed: () => `Un nœud a besoin d’un nom\u00a0: donnez sa partie, sa tâche ou --name.`,
    exchange_contract_unreadable: () =>
      'Le fichier ne contient ni contrat, ni clé et adresse d’un nœud telles que les écrivent `exchange key --json` et `exchange propose`.',
    exchange_contract_not_ours: () => 'Le contrat lie deux autres nœuds que celui-ci.',
    exchange_contract_key_not_ours: () =>
      'Le contrat nomme une clé de ce nœud avec laquelle il ne signe pas aujourd’hui ; faites-le proposer de nouveau.',
    exchange_contract_unsigned: () =>
      'L’autre nœud n’a pas signé le contrat, ou pas avec la clé qu’il nomme.',
    exchange_contract_fingerprint_differs: () =>
      'L’empreinte n’est pas celle de la clé de l’autre dans le contrat : redemandez-la à son opérateur et ne signez pas avant qu’elle soit la même.',
    exchange_contract_node_known: () =>
      'Ce nœud connaît l’autre par une autre clé\u00a0; une nouvelle clé vient par le `exchange rotate-key` de l’autre. Si l’autre a perdu ses clés, mettez d’abord fin au contrat\u00a0: `exchange end-contract`.',
    exchange_contract_ended: () =>
      'Il a été mis fin ici à ce contrat\u00a0: faites-en proposer un nouveau par l’autre.',
    exchange_contract_key_ended: () =>
      'La clé du contrat a pris fin et ne signe plus rien\u00a0: faites proposer l’autre avec la clé qu’il a maintenant.',
    exchange_contract_epoch_known: () =>
      'Le nœud est connu par une clé de cette époque ou d’une époque ultérieure. Faites-lui exécuter `exchange rotate-key` jusqu’à ce que son époque soit supérieure, puis proposer de nouveau.',
    exchange_contract_party_taken: () =>
      'L’autre parle pour une partie que ce nœud a lui-même, ou qui figure dans un autre contrat. Une partie parle par un seul nœud : que leurs exploitants s’entendent lequel, et mettez d’abord fin à l’autre contrat : `exchange end-contract`.',
    exchange_contract_secretariat_taken: () =>
      'L’autre publie le registre, et ce nœud, ou un nœud avec lequel il a un contrat, le publie aussi. Un seul le publie : mettez d’abord fin à ce contrat si l’autre le remplace : `exchange end-contract`.',
    exchange_clock_not_moved: ({ node, status }: Params) =>
      `${node} n’a pas avancé son horloge (${status}) : ce nœud n’a pas été lancé avec --test-clock, n’est pas joignable ou n’accepte pas cela de ce nœud-ci.`,
    exchange_no_contract: ({ node }: Params) =>
      `Il n’y a pas de contrat avec ${node} qui puisse prendre fin.`,
    exchange_nothing_followed: ({ register }: Params) =>
      `Ce nœud n’a pas de copie de ${register} à abandonner\u00a0: il le publie lui-même ou n’a encore rien repris.`,
    exchange_no_self: () =>
      'Cette base n’est encore celle d’aucun nœud. Dites duquel, une fois pour toutes\u00a0: `exchange key --node NL --parties NL`.',
    exchange_node_name_invalid: ({ name }: Params) =>
      `${name} n’est pas un nom de nœud\u00a0: des lettres, des chiffres et des traits d’union, 40 au plus.`,
    exchange_node_party_unknown: ({ party, known }: Params) =>
      `Aucun registre d’ici n’a de partie ${party}. Connues\u00a0: ${known}.`,
    exchange_url_needed: () =>
      'Dites où les autres joignent ce nœud\u00a0: --url https://nl.example, sans barre oblique finale, requête ni nom.',
    exchange_number_invalid: ({ given }: Params) => `Donnez un nombre supérieur à zéro au lieu de ${given}.`,
    exchange_every_invalid: ({ given }: Params) =>
      `Les tours sont séparés d’au moins 50 millisecondes\u00a0: donnez un nombre à partir de 50 au lieu de ${given}.`,
    exchange_service_invalid: ({ message }: Params) =>
      `Le fichier n’est pas une liste d’un service\u00a0:\n${message}`,
    exchange_instant_invalid: ({ given }: Params) =>
      `Écrivez le moment comme 2026-12-01T10:00:00Z au lieu de ${given}.`,
    exchange_key_unknown: ({ fingerprint }: Params) =>
      `Ce nœud n’a pas de clé ${fingerprint}. Sa page des nœuds et des clés nomme celles qu’il a.`,
    exchange_key_signs: ({ fingerprint }: Params) =>
      `Aucune clé plus récente n’a pris la place de ${fingerprint}\u00a0: exécutez d’abord \`exchange rotate-key\`.`,
    exchange_no_node: () =>
      `Aucun nœud de cette base ne fonctionne : personne n’envoie la question. Démarrez-le avec \`tripoint node\`.`,
    exchange_question_invalid: ({ message }: Params) => `La question est illisible : ${message}`,
    exchange_log_empty: () => `Le journal n’a encore aucune entrée.`,
    exchange_decision_differs: () => `La décision consignée ne découle pas de ce dont elle a été tirée.`,
    exchange_same_party: ({ party }: Params) =>
      `Une partie demande à une autre\u00a0: ${party} et ${party} sont la même.`,
    exchange_party_unknown: ({ party }: Params) => `Ce registre n’a pas de partie ${party}.`,
    exchange_instrument_unknown: ({ instrument }: Params) =>
      `Ce registre n’a pas d’instrument ${instrument}.`,
  },
};
