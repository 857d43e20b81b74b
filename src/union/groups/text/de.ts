import { wordFor } from '../../text/words/words.ts';
import type { GroupTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const de: GroupTexts = {
  page: {
    reviewDue: (due) => `Zu überprüfen bis ${due}`,
    reviewOverdue: (due, days) =>
      days === 1 ? `Überprüfung fällig seit ${due}: 1 Tag` : `Überprüfung fällig seit ${due}: ${days} Tage`,
  },
  handover: {
    title: (name) => `Übergabe: ${name}`,
    lede: (on) => `Was am ${on} offen ist, für alle, die übernehmen.`,
    link: 'Übergabe und offene Punkte',
    openThen: 'Was damals offen war',
    note: 'Übergabenotiz',
    notes: 'Was die Gruppe sich merken muss',
    notesHidden: 'Die Gruppe führt Notizen; sie stehen den Parteien offen, die teilnehmen.',
    holders: 'Wer das Dossier führt',
    holdersNone: 'Wer dieses Dossier führt, ist nicht festgehalten.',
    holdersNoneWho: 'Das Organ, das Initiativen festhält, schreibt es auf.',
    handovers: 'Übergaben',
    handoversNone: 'Keine Übergabe ist festgehalten.',
    handoversWhat:
      'Eine Partei, die teilnimmt, übergibt auf der Seite der Gruppe, mit einer Notiz für die Nachfolge.',
    handoversHidden: 'Übergabenotizen stehen den Parteien offen, die teilnehmen.',
    dossier: 'Dasselbe für das ganze Dossier',
    groups: 'Gruppen des Dossiers',
    nothing: 'Davon ist an diesem Tag nichts offen, soweit das Register weiß.',
    due: 'Wann',
    owner: 'Wessen',
    own: 'die Gruppe selbst',
    notStated: 'nicht angegeben',
    sections: {
      promises: 'Offene Zusagen',
      questions: 'Fragen des Parlaments',
      planItems: 'Punkte von Jahresplänen',
      meetings: 'Kommende Sitzungen',
      reviews: 'Überprüfungen und Prüfungen',
    },
    columns: {
      section: 'Teil der Liste',
      on: 'Wann es fällig ist oder stattfindet; leer: nicht angegeben',
      owner: 'Kennung dessen, der es tun muss; leer: die Gruppe selbst, oder nicht angegeben',
    },
  },
  regions: {
    title: 'Regionen und Beobachter',
    lede: 'Wer neben den Mitgliedstaaten teilnimmt: woran, in welcher Rolle und seit wann, was sie nicht allein dürfen und was sie sehen.',
    link: 'Regionen und Beobachter',
    region: 'Region oder Staat',
    partOf: 'Teil von',
    bodies: 'Nimmt teil an',
    competence: 'Zuständigkeit anderswo',
    none: 'Das Register kennt keine Partei neben den Mitgliedstaaten.',
    noneWhat: 'Parteien kommen mit der Datei des Registers.',
    part: 'Woran sie teilnimmt',
    partNone: 'Das Register sagt nicht, dass sie an etwas teilnimmt.',
    partNoneWhat: 'Sie nimmt von dem Tag an teil, an dem sie einer Gruppe in einer Rolle beitritt.',
    body: 'Gruppe oder Organ',
    role: 'Rolle',
    period: 'Von – bis',
    sees: 'Sieht',
    alone: 'Warum sie nicht allein handeln darf',
    aloneNone: 'Welche Hauptstadt wofür zuständig ist, ist nicht angegeben.',
    aloneWhat: 'Die Region sagt, in welchem Bereich sie nicht allein entscheiden darf und wer es tut.',
    field: 'Bereich',
    heldBy: 'Liegt bei',
    evidence: 'Beleg',
    since: 'Angegeben am',
    cannotSign: 'Kann keine Partei sein bei',
    sight: 'Was sie sieht und nicht sieht',
    thing: 'Von einem Organ',
    byRole: { participant: 'Wer teilnimmt', observer: 'Beobachter, Gast oder Angehörte' },
    shown: 'Sieht es',
    hidden: 'Sieht es nicht',
    sights: {
      papers: 'alle Unterlagen derer, die teilnehmen',
      open: 'was allen offensteht',
      unknown: 'nicht bekannt; bis dahin, was allen offensteht',
      none: 'keine Teilnahme an diesem Tag',
    },
    things: {
      openPoints: 'Tagesordnungspunkte, die allen offenstehen',
      memberPoints: 'Punkte, die den Mitgliedern offenstehen',
      positions: 'Positionen der Parteien',
      procedures: 'Schriftliche Verfahren',
      contactNames: 'Namen von Ansprechstellen',
      notes: 'Was die Gruppe sich merken muss, und Übergabenotizen',
    },
    columns: {
      body: 'Art und Kennung der Gruppe oder des Organs',
      role: 'Rolle; leer: keine Teilnahme ist festgehalten',
      from: 'Ab wann; leer: nicht angegeben',
      to: 'Bis wann; leer: offen, oder nicht angegeben',
      sees: 'papers, open, unknown oder none',
    },
  },
  fields: {
    remember: 'Was nicht vergessen werden darf',
    field: 'Bereich, in dem sie nicht allein entscheiden darf',
    held_by: 'Zuständiger Staat',
    government: 'Regierung oder Ministerium dort',
    evidence: 'Was es zeigt',
    id: 'Kennung, wie sie in Adressen steht (Kleinbuchstaben, Ziffern, Bindestriche)',
    name: 'Name',
    mandate: 'Mandat: was die Gruppe zustande bringen muss',
    parent: 'Gesteuert von',
    dossier: 'Dossier',
    kind: 'Art',
    holder: 'Stelle, die das Dossier führt; kein Personenname',
    initiative: 'Initiative, aus der sie hervorgeht',
    on: 'Ab wann',
    reason: 'Grund',
    waiver: 'Grund, ohne steuerndes Organ auszukommen, wenn das übergeordnete keines ist',
    months: 'Monate, nach denen sie zu überprüfen ist',
    into: 'Gruppe oder Organ, das ihr Mandat übernimmt',
    lives_on: 'Was von ihrem Mandat anderswo weiterlebt',
    party: 'Staat oder Region',
    role: 'Rolle',
    organisation: 'Organisation, die Ansprechstelle ist; leer: eine offene Stelle',
    handover: 'Übergabe: was die Nachfolge wissen muss und was offen ist',
  },
  acts: {
    remember: {
      title: 'Aufschreiben, was zu merken ist',
      explain: 'Es bleibt bei der Gruppe, wenn Menschen gehen, und steht denen offen, die teilnehmen.',
    },
    state_competence: {
      title: 'Sagen, wer zuständig ist',
      explain:
        'In welchem Bereich eine Region nicht allein handeln darf, und welche Hauptstadt zuständig ist.',
    },
    propose: { title: 'Gruppe vorschlagen', explain: 'Sie tut nichts, bevor sie aktiviert wird.' },
    place: {
      title: 'Einem anderen Organ unterstellen',
      explain: 'Ab jetzt steuert sie ein anderes Organ oder eine andere Gruppe.',
    },
    hand_over_dossier: {
      title: 'Ein Dossier übergeben',
      explain:
        'Ab einem Tag führt eine andere Stelle das Dossier; was sie wissen muss, steht in der Notiz, die alle lesen können.',
    },
    activate: {
      title: 'Aktivieren',
      explain:
        'Erfordert eine entschiedene Prüfung, ein steuerndes übergeordnetes Organ oder eine festgehaltene Ausnahme und für jeden Mitgliedstaat eine Ansprechstelle oder eine offene Stelle.',
    },
    reject: { title: 'Ablehnen', explain: 'Der Vorschlag endet und bleibt mit seinem Grund verzeichnet.' },
    put_to_sleep: {
      title: 'Ruhen lassen',
      explain: 'Sie darf nicht tagen und ist nach ihrer Frist zu überprüfen.',
    },
    revive: { title: 'Wiederbeleben', explain: 'Sie ist wieder aktiv, mit dem Mandat, das sie hatte.' },
    abolish: { title: 'Auflösen', explain: 'Sie endet endgültig und bleibt mit ihrem Grund verzeichnet.' },
    merge: {
      title: 'Zusammenführen',
      explain: 'Sie endet, und eine andere übernimmt ihr Mandat: Die Zahl sinkt, die Arbeit nicht.',
    },
    convert: { title: 'Umwandeln', explain: 'Sie besteht in anderer Form fort.' },
    correct: {
      title: 'Datum berichtigen',
      explain:
        'Der jüngste Schritt geschah an einem anderen Tag. Was vorher bekannt war, bleibt, wie es damals bekannt war.',
    },
    join: {
      title: 'Teilnehmen',
      explain: 'Ein Staat oder eine Region nimmt teil, mit einer Ansprechstelle oder einer offenen Stelle.',
    },
    admit: {
      title: 'Zulassen',
      explain:
        'Eine Region oder ein anderer Staat nimmt teil, weil die Union es zulässt; Mitglieder treten selbst bei.',
    },
    leave: { title: 'Ausscheiden', explain: 'Die Teilnahme endet, und mit ihr, was sie eröffnete.' },
    end_part: {
      title: 'Teilnahme beenden',
      explain: 'Wer zugelassen war, nimmt nicht länger teil, und was das eröffnete, endet damit.',
    },
    hand_over: {
      title: 'Übergeben',
      explain: 'Eine andere Organisation wird Ansprechstelle; der Vermerk bleibt bei der Gruppe.',
    },
  },
  problems: {
    party_acts_alone: ({ party }: Params) => `${party} ist ein Mitgliedstaat und handelt selbst.`,
    competence_own: () =>
      'Wofür sie selbst zuständig ist, das hindert sie an nichts: nennen Sie, wer an ihrer Stelle zuständig ist.',
    date_in_future: ({ on }: Params) =>
      `${on} ist noch nicht gekommen. Was getan ist, wird festgehalten, wenn es so weit ist.`,
    state_unknown: ({ on }: Params) =>
      `In welchem Zustand sie am ${on} war, ist nicht bekannt; darauf kann nichts folgen.`,
    state_forbids: ({ state }: Params) =>
      `Der Zustand ist jetzt: ${wordFor(String(state), 'de')}. Darin ist das nicht möglich.`,
    date_too_early: ({ on, state, since }: Params) =>
      `Am ${on} war das noch nicht möglich: erst seit ${since} ist der Zustand: ${wordFor(String(state), 'de')}. Geben Sie ein Datum ab dann an.`,
    group_steers_itself: ({ id }: Params) =>
      `${id} ist die Gruppe selbst oder steht unter ihr und kann sie nicht steuern.`,
    handover_missing: () =>
      'Hinterlassen Sie der nachfolgenden Stelle eine Notiz: was sie wissen muss und was offen ist.',
    holder_began_later: ({ from, on }: Params) =>
      `Das Dossier wird seit ${from} so geführt; ${on} liegt nicht danach.`,
    later_step_contradicts: ({ state, on }: Params) =>
      `Seit ${on} ist bekannt: ${wordFor(String(state), 'de')}. Das hätte hierauf nicht folgen können; berichtigen Sie das zuerst.`,
    earlier_step_contradicts: ({ state, on }: Params) =>
      `Seit ${on} galt: ${wordFor(String(state), 'de')}. Was darauf folgte, kann nicht früher sein.`,
    id_taken: ({ id }: Params) => `${id} ist vergeben. Wählen Sie eine andere Kennung.`,
    initiative_stopped: ({ id }: Params) =>
      `${id} war da schon eingestellt. Halten Sie eine neue Initiative fest und lassen Sie sie prüfen.`,
    assessment_undecided: () =>
      'Keine Prüfung wurde zu ihren Gunsten entschieden. Lassen Sie zuerst eine entscheiden.',
    steering_missing: () =>
      'Das übergeordnete Organ steuert an diesem Tag keine Gruppen. Nennen Sie eines, das es tut, oder sagen Sie, warum es ohne geht.',
    contact_missing: ({ party }: Params) =>
      `${party} hat darin weder eine Ansprechstelle noch eine offene Stelle.`,
    admission_needed: ({ party }: Params) =>
      `${party} ist kein Mitglied der Union und kann von sich aus nur als Beobachter oder Gast teilnehmen. Bitten Sie das Organ, das Gruppen einsetzt, um Zulassung.`,
    part_taken: ({ party }: Params) => `${party} nimmt dann bereits teil, oder von einem späteren Tag an.`,
    part_missing: ({ party }: Params) => `${party} nimmt nicht teil.`,
    successor_not_standing: ({ id, state, on }: Params) =>
      `Am ${on} war ${id}: ${wordFor(String(state), 'de')}. Ein Mandat geht in dem weiter, was aktiv ist oder ruht.`,
    contact_began_later: ({ on }: Params) =>
      `Ihre Ansprechstelle ist es seit ${on} und kann nicht enden, bevor sie begann.`,
    merged_into_itself: () => 'Sie kann nicht mit sich selbst zusammengeführt werden.',
  },
};
