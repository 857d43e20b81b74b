import { wordFor } from '../../text/words/words.ts';
import type { AssessmentTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

const alternatives = {
  national: 'Elke staat alleen',
  bilateral: 'Twee staten samen',
  eu: 'Europese Unie',
};
const levelsIn = (list: unknown) =>
  String(list)
    .split(', ')
    .map((level) => alternatives[level as keyof typeof alternatives] ?? level)
    .join(', ');

export const nl: AssessmentTexts = {
  page: {
    title: 'Afwegingen',
    lede: 'Elk initiatief en elke groep wordt met dezelfde vragen getoetst: bij het begin, bij een herziening en aan het einde.',
    none: 'Er is nog niets afgewogen.',
    noneWho: 'Het orgaan dat initiatieven vastlegt, opent de eerste afweging.',
    criteria: 'Criteria per staat',
    criterion: 'Criterium',
    all: 'Alle staten samen',
    alternatives: 'Waarom niet op een ander niveau',
    capacity: 'Wat elke staat kan geven',
    decision: 'Besluit',
    cameTrue: { yes: 'Uitgekomen', no: 'Niet uitgekomen', unknown: 'Of het is uitgekomen, is niet bekend' },
    cameTrueTitle: 'Wat is uitgekomen van wat bij de start werd verwacht',
    cameTrueCounts: ({ yes, no, unknown }) => `Uitgekomen: ${yes}. Niet: ${no}. Niet bekend: ${unknown}.`,
    before: 'Bij het begin',
    subject: 'Gaat over',
    set: 'Afwegingskader',
    rule: 'Regel',
    noEvidence: 'zonder bewijs',
    notAnswered: 'niet beantwoord',
    decidedBy: 'Besloten door',
    validUntil: 'Geldig tot',
    because: 'Reden',
    override: 'Anders besloten dan de regel zegt, omdat',
  },
  rule: {
    when: {
      criterion: 'Aan de regel is voldaan als dit geldt:',
      all: 'Aan de regel is voldaan als dit alles geldt:',
      any: 'Aan de regel is voldaan als ten minste één hiervan geldt:',
    },
    next: '; ',
    and: 'en',
    or: 'of',
    orBoth: 'of allebei',
    orMore: 'of meer dan één',
  },
  moments: {
    start: 'Bij het begin',
    review: 'Bij een herziening',
    exit: 'Aan het einde',
  },
  answers: {
    yes: 'Ja',
    no: 'Nee',
    unknown: 'Onbekend',
  },
  outcomes: {
    in_favour: 'Voor',
    against: 'Tegen',
  },
  alternatives,
  states: {
    draft: 'Ontwerp',
    submitted: 'Voorgelegd',
    decided: 'Besloten',
  },
  fields: {
    id: 'Id, zoals het in adressen komt te staan (kleine letters, cijfers, koppeltekens)',
    title: 'Titel',
    subject: 'Groep of initiatief',
    moment: 'Moment',
    criteria_set: 'Afwegingskader',
    on: 'Op',
    party: 'Staat',
    criterion: 'Criterium',
    met: 'Is eraan voldaan',
    evidence: 'Bewijs',
    capacity: 'Mensen en middelen die de staat geeft',
    level: 'Ander niveau',
    finding: 'Waarom dat wel of niet zou volstaan',
    outcome: 'Uitkomst',
    reason: 'Reden',
    valid_until: 'Geldig tot',
    name: 'Naam',
    operator: 'Regel, bijvoorbeeld C1 AND (C2 AND/OR C3) AND C4',
    criteria: 'Criteria, één per regel: C1: tekst',
  },
  acts: {
    open: { title: 'Afweging openen', explain: 'De vragen zijn die van het kader zoals het vandaag is.' },
    answer: {
      title: 'Criterium beantwoorden',
      explain: 'Een staat zegt ja, nee of onbekend, en op grond waarvan.',
    },
    capacity: { title: 'Capaciteit opgeven', explain: 'Wat de staat eraan kan geven.' },
    weigh: {
      title: 'Ander niveau wegen',
      explain: 'Of een staat alleen, twee samen of de Europese Unie het beter zou doen.',
    },
    submit: {
      title: 'Voorleggen',
      explain:
        'Zodra elke lidstaat elk criterium heeft beantwoord, met bewijs, en gezegd wat hij kan geven, en elk ander niveau is gewogen; onbekend is een antwoord.',
    },
    return: { title: 'Terugzenden', explain: 'Zij wordt weer ontwerp.' },
    decide: { title: 'Besluiten', explain: 'Wat besloten is, wordt nooit meer gewijzigd.' },
    write_criteria: {
      title: 'Afwegingskader schrijven',
      explain: 'Een nieuw kader; wat in gebruik is, blijft zoals het is.',
    },
  },
  problems: {
    assessment_closed: ({ state }: Params) =>
      `Deze afweging is geen ontwerp meer (${wordFor(String(state), 'nl')}). Wat is voorgelegd of besloten, blijft zoals het is.`,
    answers_missing: ({ list }: Params) => `Deze antwoorden ontbreken nog: ${list}.`,
    evidence_missing: ({ list }: Params) =>
      `Deze antwoorden zeggen ja of nee zonder bewijs: ${list}. Zeg waarop zij berusten, of antwoord onbekend.`,
    alternatives_missing: ({ list }: Params) =>
      `Deze niveaus zijn niet gewogen: ${levelsIn(list)}. Ook dat het niet bekend is, kan worden gezegd.`,
    capacity_missing: ({ list }: Params) =>
      `Van deze staten is niet gezegd wat zij kunnen geven: ${list}. Ook dat het niet bekend is, kan worden gezegd.`,
    criteria_not_of_start: ({ id, start }: Params) =>
      `Bij het begin is afgewogen volgens ${start}. Met ${id} kan niemand zeggen wat is uitgekomen; kies ${start}.`,
    criterion_twice: ({ id }: Params) => `${id} staat er twee keer. Elk criterium heeft een eigen naam.`,
    override_reason_missing: ({ all }: Params) =>
      `Volgens de regel komen de antwoorden neer op: ${all}. Zeg waarom u anders besluit.`,
    validity_over: ({ until, on }: Params) =>
      `Ze zou hebben gegolden tot ${until}, nog voor ze op ${on} werd beslist. Geef een latere datum, of geen.`,
    criterion_unknown: ({ id, known }: Params) => `${id} is geen van de criteria: ${known}.`,
    criteria_unknown: ({ id }: Params) =>
      `Van het kader ${id} zijn geen criteria bekend. Schrijf eerst een kader.`,
    criterion_line_invalid: ({ line }: Params) => `Deze regel heeft niet de vorm “C1: tekst”: ${line}`,
    rule_invalid: ({ near }: Params) => `De regel is niet te lezen bij “${near}”.`,
  },
};
