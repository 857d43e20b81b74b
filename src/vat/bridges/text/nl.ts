import type { BridgeTexts } from './en.ts';

export const nl: BridgeTexts = {
  carousels: {
    rows: ({ rows, states }) => `${rows} regels uit opgaven van ${states}.`,
    none: () => 'Alleen uit opgaven: geen kringloop.',
    alone: ({ count }) => `Alleen uit opgaven: ${count} kringlopen.`,
    bridges: ({ bridges, pairs }) => `${bridges} bruggen genoemd, van ${pairs} gevraagde paren.`,
    found: ({ count }) => `Met bruggen: ${count} kringlopen.`,
    one: ({ way, euro }) => `  ${way}: ten hoogste ${euro} euro ging rond`,
    bridge: ({ hops }) => `⇢ (${hops} verkopen binnen de staat) ⇢`,
    truncated: () => 'Niet alle: het zoeken hield op bij zijn grens.',
  },
  keyMade: ({ instrument, epoch, until, id }) =>
    `Tokensleutel ${id} van ${instrument}, tijdvak ${epoch}, tot ${until}, staat in de map van dit knooppunt.`,
  nobody: 'niet gezegd',
  problems: {
    vat_holdings_twice: () =>
      'Een poort antwoordt uit een bestand (--vat) of uit wat is ingenomen (--vat-declared), niet uit beide.',
    vat_holdings_invalid: ({ message }) =>
      `In het bestand staat niet wat een staat van de handel weet: ${message}`,
    vat_instrument_invalid: ({ given }) => `${given} is geen id van een instrument.`,
    vat_month_invalid: ({ given }) => `Schrijf een maand als 2026-03 in plaats van “${given}”.`,
    vat_option_missing: ({ option }) => `Geef ${option}.`,
    vat_pairs_truncated: ({ pairs }) =>
      `Er zijn meer paren dan er worden gevraagd: ${pairs} zijn gevraagd, die met de grootste bedragen.`,
    vat_token_invalid: ({ given }) => `${given} is geen token.`,
    vat_token_key_there: ({ instrument, epoch }) =>
      `Er is al een tokensleutel van ${instrument}, tijdvak ${epoch}; een nieuwe hoort bij een ander tijdvak.`,
    vat_token_key_sealed: ({ state }) =>
      `Wat ${state} overdroeg, gaat niet open: het was voor een andere vraag verzegeld of is onderweg veranderd.`,
    vat_token_key_unreadable: ({ name }) =>
      `${name} in de map van tokensleutels is geen leesbare sleutel; bekijk het bestand en verwijder het.`,
    vat_token_keys_differ: ({ states }) =>
      `${states} hebben niet dezelfde tokensleutel: wat de een zegt, past niet bij wat de ander zegt.`,
    vat_not_told: ({ state, operation, why }) => `${state} antwoordde niet op ${operation}: ${why}.`,
    vat_statements_endless: ({ state, mostPages, mostRows }) =>
      `${state} meldde meer opgaven dan worden gelezen: ${mostPages} pagina’s of ${mostRows} regels. Geen van zijn opgaven is gebruikt. Vraag minder maanden; houdt het dan nog niet op, vraag dan wie zijn poort beheert.`,
    vat_nobody_asks: () => 'Op deze databank draait geen knooppunt, dus vraagt niemand.',
  },
};
