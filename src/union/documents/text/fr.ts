import type { DocumentTexts } from './en.ts';

export const fr: DocumentTexts = {
  page: {
    title: 'Documents joints',
    lede: 'Les documents joints aux éléments du registre, chacun avec ses versions et ses langues. Qui peut voir l’élément peut voir ses documents.',
    all: 'Tous les documents joints',
    none: 'Aucun document que vous puissiez voir n’a encore été joint.',
    noneWhat: 'Ouvrez l’élément auquel il appartient et choisissez « Joindre un document ».',
    noneWho:
      'Ceux qui agissent pour l’organe ou la partie dont c’est l’élément, et l’organe qui conserve les documents.',
    search: 'Mots dans les documents',
    document: 'Document',
    attachedTo: 'Joint à',
    languages: 'Langues',
    sideBySide: 'Versions linguistiques côte à côte',
    noneStands: 'Plus aucune version n’est valable.',
    noneStandsWhat:
      'Toutes ont été retirées ; ce qui était ici, et pourquoi cela n’y est plus, reste ci-dessous.',
    earlier: 'Toutes les versions',
    aspect: 'Caractéristique',
    state: 'Traduction',
    authentic: 'Foi',
    isAuthentic: 'Texte faisant foi',
    notAuthentic: 'Non indiqué comme faisant foi',
    number: 'Version',
    type: 'Type de fichier',
    size: 'Taille',
    hash: 'SHA-256',
    name: 'Nom du fichier',
    added: 'Ajouté',
    addedOn: (day, by) => (by === null ? day : `${day}, par ${by}`),
    download: 'Téléchargement',
    fetch: 'Télécharger le fichier',
    notHere: 'Ses octets ne sont pas conservés ici.',
    excerpt: 'Début du texte',
    noText: 'Aucun texte trouvé : la recherche n’y porte pas.',
    textCut: (characters) => `La recherche ne porte que sur les ${characters} premiers caractères.`,
    what: 'Ce qu’il en est advenu',
    stands: 'Valable',
    supersededBy: (number) => `Remplacée par la version ${number}`,
    supersedes: 'Remplace la version',
    withdrawnOn: (day) => `Retirée le ${day}`,
    closed: 'Ouvert à ceux qui participent ; chaque téléchargement est inscrit au journal des opérations.',
    handedOut: 'Les fichiers sont remis et jamais affichés ici ; le HTML est remis comme texte brut.',
  },
  states: {
    original: 'Original',
    translation_official: 'Traduction officielle',
    translation_working: 'Traduction de travail',
    machine: 'Traduction automatique',
  },
  types: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (DOCX)',
    'text/html': 'HTML, remis comme texte',
    'text/plain': 'Texte brut',
  },
  fields: {
    id: 'Document',
    kind: 'Type d’élément',
    record: 'Élément',
    file: 'Fichier : PDF, Word (DOCX), HTML ou texte brut, 5 Mo au plus',
    title: 'Titre, dans la langue du fichier',
    language: 'Langue du fichier',
    translation: 'Ce qu’est ce texte par rapport aux autres',
    name: 'Nom du fichier, s’il doit être autre',
    version: 'Version',
    reason: 'Motif',
  },
  acts: {
    attach: {
      title: 'Joindre un document',
      explain: 'Qui peut voir l’élément peut voir le document et le trouver par ses mots.',
    },
    add_language: {
      title: 'Ajouter une version linguistique',
      explain: 'Elle prend place à côté des autres, dans une langue où il n’y en a pas.',
    },
    supersede: {
      title: 'Remplacer une version',
      explain: 'Un nouveau fichier prend sa place ; l’ancien reste conservé et peut encore être obtenu.',
    },
    mark_authentic: {
      title: 'Indiquer comme faisant foi',
      explain: 'Cette version linguistique est de celles qui font foi.',
    },
    withdraw: {
      title: 'Retirer',
      explain:
        'Le fichier n’est plus remis ni trouvé par ses mots ; qu’il ait été ici reste inscrit, avec le motif.',
    },
  },
  problems: {
    document_empty: () => 'Le fichier est vide.',
    document_type_refused: () =>
      'D’après son contenu, le fichier n’est ni PDF, ni Word (DOCX), ni HTML, ni texte brut en UTF-8. Son nom ne compte pas.',
    document_active: ({ what }) =>
      `Le fichier contient quelque chose qui s’exécute ou cache un autre fichier (${what}).`,
    document_encrypted: () => 'Le PDF ne s’ouvre qu’avec un mot de passe. Apportez-le sans.',
    document_broken: ({ detail }) => `Le fichier est endommagé : ${detail}`,
    document_unpacks_too_large: ({ megabytes }) =>
      `Décompressé, le fichier dépasse ${megabytes} Mo ou compte trop de parties.`,
    document_too_costly: ({ seconds }) =>
      `Le fichier n’a pas pu être lu en ${seconds} secondes avec la mémoire qui lui est donnée.`,
    document_kind_refused: ({ kind }) => `Rien ne peut être joint aux éléments de ce type : ${kind}.`,
    document_attached_already: ({ id }) => `Ce fichier est déjà joint à cet élément : document ${id}.`,
    document_language_there: ({ number }) =>
      `Il y a déjà une version dans cette langue : numéro ${number}. Remplacez-la.`,
    document_of_another_not_allowed: ({ number, by }) =>
      `La version ${number} a été apportée par ${by} : seuls celui-ci et l’organe qui gère les documents la remplacent ou la retirent.`,
    document_version_gone: ({ number }) =>
      number === 0
        ? 'Plus aucune version n’est valable.'
        : `La version ${number} n’est pas valable : elle a été remplacée ou retirée, ou n’a jamais existé.`,
    document_same_bytes: ({ number }) => `C’est le fichier qu’est déjà la version ${number}.`,
    document_authentic_already: ({ number }) => `La version ${number} est déjà indiquée comme faisant foi.`,
    document_machine_made: ({ number }) =>
      `La version ${number} a été faite par une machine : elle ne peut faire foi.`,
    document_file_not_found: () =>
      'Ce fichier n’est pas ici : il a été retiré, effacé, ou n’a jamais existé.',
  },
};
