import type { Invariant } from '../../certification/certify.ts';
import type { RunTexts } from './en.ts';

export const nl: RunTexts = {
  gme: {
    day: ({ day, exact, zoneHours }) => `${day}: ${exact} van ${zoneHours} prijzen als gepubliceerd`,
    total: ({ exact, zoneHours, maxError, flowMeanError }) =>
      `${exact} van ${zoneHours} prijzen als gepubliceerd, hoogstens ${maxError} EUR/MWh ernaast; stromen gemiddeld ${flowMeanError} MWh ernaast.`,
    certified: ({ certified, days }) => `${certified} van ${days} dagen nagerekend en in orde bevonden.`,
    blocks: ({ status, published, accepted }) =>
      `Blokken gepubliceerd als ${status}: ${published}, waarvan hier aanvaard ${accepted}`,
  },
  domain: {
    progress: ({ done, of }) => `${done} van ${of} uren`,
    total: ({ hours, certified, congested, folder }) =>
      `${certified} van ${hours} uren gekoppeld en nagerekend, in ${congested} ervan begrensde het net de handel. Resultaten: ${folder}`,
    synthetic: 'De orders zijn verzonnen; prijzen en welvaart zeggen niets over een echte markt.',
  },
  borders: {
    named: 'Tussen welke hubs er grenzen zijn, is opgegeven.',
    'every pair': 'Het bestand noemt geen grenzen: elk paar hubs kreeg er een.',
  },
  unverified: {
    capacities:
      'Hoe capaciteiten uit een domein worden gesneden, is uit het hoofd bekend en niet aan de bron nagekeken.',
    intuitive:
      'Hoe uitwisselingen tegen de prijs in worden geweerd, is uit het hoofd bekend en niet aan de bron nagekeken.',
    rights:
      'Hoe langetermijnrechten naast een domein meetellen, is uit het hoofd bekend en niet aan de bron nagekeken.',
  },
  certify: {
    check: ({ what, worst }) => `${what}: hoogstens ${worst} ernaast`,
    holds: ({ count }) => `Alle ${count} invarianten gelden.`,
  },
  invariants: {
    within_orders: 'Geen order handelt meer dan hij vraagt of aanbiedt (MW)',
    within_limits: 'Lijnen en grenzen voeren niet meer dan ze mogen (MW)',
    balance: 'Wat een zone koopt, verkoopt en uitwisselt klopt (MW)',
    positions_sum: 'Nettoposities van gekoppelde zones tellen op tot nul (MW)',
    row_flows: 'Geen rij van het domein voert meer dan haar marge (MW)',
    slackness: 'Alleen volle rijen hebben een prijs (MW)',
    price_identity: 'Prijzen van zones verschillen alleen door wat volle rijen ervan maken (EUR/MWh)',
    link_prices: 'Een lijn is vol waar prijzen verschillen, in die richting (MW)',
    border_prices: 'Een grens is vol waar prijzen verschillen, in die richting (MW)',
    no_adverse_exchange:
      'Waar uitwisselingen één voor één bekeken worden, gaat er geen van een dure naar een goedkope zone (MW)',
    order_consistency: 'Orders die winnen handelen geheel, die verliezen niet (MW)',
    block_shares: 'Een blok is minstens tot zijn minimum aanvaard of helemaal niet (aandeel)',
    no_paradox: 'Geen aanvaard blok verliest bij de prijzen (EUR/MWh)',
    rent: 'Wat het net verdient is wat zijn volle rijen waard zijn (EUR)',
    welfare_split: 'De delen van kopers, verkopers en net zijn als vermeld en tellen op (EUR)',
    duality_gap: 'Wat verhandeld is, is evenveel waard als orders en grenzen bij de prijzen (EUR)',
    bound: 'Geen keuze van blokken kan meer waard zijn dan de bovengrens zegt (EUR)',
  },
  problems: {
    energy_step_infeasible: ({ step }) =>
      `In stap ${step} houdt niets alle grenzen tegelijk in acht: zoek grenzen die elkaar uitsluiten.`,
    energy_step_unsolved: ({ step }) =>
      `De rekenaar gaf het op bij stap ${step}; er is niets over bekend. Zoek orders of grenzen van zeer verschillende grootte.`,
    energy_run_mode: ({ mode }) =>
      `De zones zijn niet verbonden zoals in modus ${mode}, die het resultaat noemt. Het is veranderd of niet van ons: ruim opnieuw.`,
    energy_day_infeasible: () =>
      'Geen keuze van blokken houdt op deze dag alle grenzen tegelijk in acht: zoek grenzen die elkaar uitsluiten.',
    energy_blocks_need_steps: () =>
      'Een dag met blokken wordt alleen met orders in stappen gekoppeld: laat de blokken of de lineaire orders weg.',
    energy_workers_invalid: ({ received }) =>
      `Geef een geheel aantal threads van 1 tot 64 in plaats van “${received}”.`,
    energy_book_unknown: ({ received }) =>
      `Geef de orders als synthetic:SEED, bijvoorbeeld synthetic:7, in plaats van “${received}”.`,
    energy_borders_unused: ({ mode }) => `Laat --borders weg: de modus ${mode} kent geen grenzen.`,
    energy_rights_unused: ({ mode }) =>
      `Laat --rights weg: rechten staan naast een domein in modus fb, en niet in ${mode}.`,
    energy_run_unreadable: () =>
      'Dit is geen resultaat dat `energy clear` schreef: geef het bestand van een resultaat.',
    energy_run_invalid: ({ message }) => `Het resultaat heeft hier niet de juiste vorm: ${message}.`,
    energy_run_length: ({ found, expected }) => `De lijst heeft ${found} waarden, en ${expected} zijn nodig.`,
    energy_invariant_broken: ({ invariant, worst, tolerance }) =>
      `Geldt niet: ${nl.invariants[invariant as Invariant] ?? invariant}; ${worst} ernaast, en ${tolerance} is toegelaten.`,
  },
};
