import { findSelf } from '#exchange';
import type { ActionContext } from '#platform/actions/action.ts';
import { actionContextOf, type Offer, offerOn } from '#platform/actions/offers.ts';
import { decideOn } from '#platform/actions/perform.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { knownOf } from '#union';
import type { OpenedCase } from '../cases/access.ts';
import { draftRequest } from '../cases/actions/requests.ts';
import { caseStateOf, tradersOf } from '../cases/actions/shared.ts';
import { isOther } from '../cases/actions/two-people.ts';
import type { ShownRequest } from '../cases/load.ts';
import { readRequests } from '../cases/model.ts';
import { inField, partiesOpen } from '../fields/store.ts';
import type { VatNumber } from '../vat-number.ts';
import { isUnderWay, type KeptCarousel, type Search } from './model.ts';
import { loadNumbers, type NumberOf } from './numbers.ts';
import { mayBeOpened } from './openings.ts';
import { listCarousels, listSearches } from './store.ts';

export type LoadedCarousels = {
  readonly searches: readonly Search[];
  readonly found: ReadonlyMap<string, readonly KeptCarousel[]>;
  readonly numberOf: NumberOf;
  /** What the reader may do to a search now. */
  readonly acts: ReadonlyMap<string, readonly Offer[]>;
  readonly isOpened: boolean;
  readonly draftFor: string | null;
  /** Carousels that the page shows, for the journal. */
  readonly shown: number;
  /** What it says of which there are names. */
  readonly spoken: unknown;
};

/**
 * What was looked for in a case, and of what was found that which may be used today; for whoever may read what was asked of others in it,
 * and for others as where nothing was asked.
 */
export async function readSearches(
  tx: Transaction,
  acting: Pick<ActionContext, 'register' | 'actor' | 'today'>,
  { party, record }: Pick<OpenedCase, 'party' | 'record'>,
): Promise<Pick<LoadedCarousels, 'searches' | 'found'>> {
  const mayRead = (await partiesOpen(tx, acting, 'cases', readRequests)).has(party);
  const searches = mayRead ? await listSearches(tx, acting.register.id, record.record.id) : [];
  const ids = searches.map(({ id }) => id);
  return { searches, found: await listCarousels(tx, ids, acting.today) };
}

/** All that the page of a case shows of it. */
export async function loadCarousels(
  tx: Transaction,
  context: PageContext,
  opened: OpenedCase,
  requests: readonly ShownRequest[],
): Promise<LoadedCarousels> {
  const acting = actionContextOf(context);
  const { party, record } = opened;
  const { id } = record.record;
  const { searches, found } = await readSearches(tx, acting, opened);
  const touched = await inField(tx, acting, 'cases', party);
  const mayDraft =
    caseStateOf(record) === 'open' && (await decideOn(tx, draftRequest, acting, touched)).allowed;
  const acts = new Map<string, readonly Offer[]>();
  for (const search of searches) {
    const offers: Offer[] = [];
    for (const name of actsOn(search, acting, caseStateOf(record) === 'open')) {
      const offer = await offerOn(tx, context, `vat-carousels/${name}`, { given: { id }, touched });
      if (offer !== null) offers.push(offer);
    }
    acts.set(search.id, offers);
  }
  return {
    searches,
    found,
    numberOf: await loadNumbers(context.dataFolder, searches, requests, {
      ...{ party, traders: tradersOf(record) as readonly VatNumber[], today: acting.today },
      speaksFor: (await findSelf(tx))?.parties ?? [],
    }),
    acts,
    isOpened: await mayBeOpened(tx, knownOf(acting)),
    draftFor: mayDraft ? id : null,
    shown: [...found.values()].reduce((sum, own) => sum + own.length, 0),
    spoken: searches.map(({ states, instrument, untold }) => [
      ...[states, instrument],
      ...untold.map(({ state, reasons }) => [state, reasons]),
    ]),
  };
}

function actsOn(
  search: Search,
  acting: Pick<ActionContext, 'actor'>,
  isCaseOpen: boolean,
): readonly string[] {
  if (isUnderWay(search)) return ['stop'];
  if (search.state !== 'drafted') return [];
  return isCaseOpen && isOther(acting, search.draftedBy) ? ['release', 'withdraw'] : ['withdraw'];
}
