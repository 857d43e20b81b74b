import type { Logger } from 'pino';
import { findSelf, type KnownTold } from '#exchange';
import { addDays } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import { type BackgroundJob, inBackground } from '#platform/background-job.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { knownNow, listRegisters } from '#platform/records/registers.ts';
import { type Ask, analyse } from '../bridges/analyse.ts';
import { askByNode, NobodyAsks } from '../bridges/ask-by-node.ts';
import { joinInThread } from '../bridges/join-in-thread.ts';
import { exerciseTerms, Refused } from '../bridges/model.ts';
import { caseStateOf } from '../cases/actions/shared.ts';
import { asFunction, vatCases } from '../cases/model.ts';
import { findOne } from '../cases/store.ts';
import { mostKept, type Search, searchTask, type Untold, usualJoin } from './model.ts';
import {
  beginSearch,
  dropUnusable,
  failSearch,
  finishSearch,
  isRunning,
  listInterrupted,
  listSearchesToMake,
  saveAsking,
} from './store.ts';

type Place = { readonly database: Database; readonly clock: Clock };

/** How often it is looked whether somebody stopped it. Milliseconds. */
const looksEvery = 500;

/**
 * Makes searches one after the other, as they are released. What was under way when a node ended does not ask anew, since others would log
 * and count its questions twice: after a start it is ended as interrupted. The job itself only wakes it, since other states take their time
 * and no other job waits for them; and it forgets what may be used no longer.
 */
export function startSearches(place: Place, log: Logger): BackgroundJob {
  let isStarting = true;
  const { job, stop } = inBackground(
    searchTask,
    async (signal) => {
      const left = isStarting ? await place.database.read(listInterrupted) : [];
      for (const search of left) await end(place, search, problem('vat_carousels_interrupted'));
      isStarting = false;
      for (const id of await place.database.read(listSearchesToMake)) {
        if (signal.aborted) return;
        await makeSearch(place, id, signal);
      }
    },
    (error) => log.error({ err: error }, 'searches for carousels ended'),
  );
  return {
    job: {
      ...job,
      everyMinutes: 30,
      run: async (...woken) => {
        await place.database.write((tx) => dropUnusable(tx, todayOn(place.clock)));
        await job.run(...woken);
      },
    },
    stop,
  };
}

/** Asks, joins and keeps what came of it, until somebody stops it. Throws what the signal ends. */
async function makeSearch(place: Place, id: string, ending: AbortSignal): Promise<void> {
  const { database } = place;
  const search = await database.write((tx) => beginSearch(tx, id));
  if (search === null) return;
  const stopped = new AbortController();
  const looking = setInterval(async () => {
    const goesOn = await database.read((tx) => isRunning(tx, id)).catch(() => true);
    if (!goesOn) stopped.abort();
  }, looksEvery);
  try {
    await askAndJoin(place, search, AbortSignal.any([ending, stopped.signal]));
  } catch (error) {
    if (ending.aborted) throw error;
    if (stopped.signal.aborted) return;
    await end(place, search, whyEnded(error));
  } finally {
    clearInterval(looking);
  }
}

/** The case was closed before all was asked. */
class CaseClosed extends Error {}

function whyEnded(error: unknown): Problem {
  if (error instanceof CaseClosed) return problem('vat_case_closed');
  if (error instanceof NobodyAsks) return problem('vat_nobody_asks');
  return problem('vat_carousels_failed', '', { message: error instanceof Error ? error.message : '' });
}

const end = ({ database, clock }: Place, search: Search, why: Problem) =>
  database.write(async (tx) => {
    if (await failSearch(tx, clock, search.id, why))
      await journal(tx, clock, search, { problems: [why.code] });
  });

/** It may have been closed since it was asked, or since the question before: no question leaves for a case that is closed. */
function isCaseOpen({ database, clock }: Place, search: Search): Promise<boolean> {
  return database.read(async (tx) => {
    const register = (await listRegisters(tx)).find((one) => one.id === search.register);
    if (register === undefined) return false;
    const known = { register: register.id, knownAt: knownNow(register, todayOn(clock)) };
    const found = await findOne(tx, known, vatCases, search.case);
    return found !== null && caseStateOf(found) === 'open';
  });
}

/** Throws `CaseClosed`, `NobodyAsks`, and what the signal ends. */
async function askAndJoin(place: Place, search: Search, signal: AbortSignal): Promise<void> {
  const { database, clock } = place;
  const { id, register, party, instrument, purpose, epoch, states, from, until, reference } = search;
  const byNode = askByNode(database, clock, {
    ...{ register, party, instrument, purpose, function: asFunction, case: reference },
    ...(search.officer === null ? {} : { officer: search.officer }),
    signal,
    actor: search.releasedBy ?? search.draftedBy,
  });
  /** How the last question to each state for each operation ended. */
  const last = new Map<string, Ended>();
  const ask: Ask = async (to, said, query) => {
    signal.throwIfAborted();
    if (!(await isCaseOpen(place, search))) throw new CaseClosed();
    const told = await byNode(to, said, query);
    last.set(`${to} ${said.operation}`, told);
    return told;
  };
  const found = await analyse(
    ask,
    { states, epoch, from, until, today: todayOn(clock), search: usualJoin },
    {
      join: joinInThread(signal),
      tell: (asking) => database.write((tx) => saveAsking(tx, id, asking)),
    },
  );
  const usable = addDays(todayOn(clock), exerciseTerms.days);
  const self = (await database.read(findSelf))?.name ?? null;
  const { rows, alone, pairs, bridges, joined, problems } = found;
  const counts = {
    ...{ rows, alone: alone.carousels.length, pairs, bridges, joined: joined.carousels.length },
    ...{ kept: Math.min(mostKept, joined.carousels.length), truncated: alone.truncated || joined.truncated },
  };
  const untold = problems.flatMap((one) => (one.code === 'vat_not_told' ? [untoldOf(one, last, self)] : []));
  await database.write(async (tx) => {
    const isKept = await finishSearch(tx, clock, id, {
      ...{ counts, untold },
      carousels: joined.carousels.map((one) => ({ ...one, until: one.until ?? usable })),
      problems: problems.filter(({ code }) => code !== 'vat_not_told'),
    });
    if (isKept) await journal(tx, clock, search, { counts, problems: problems.map(({ code }) => code) });
  });
}

/** How a question ended, with the node that told so. */
type Ended = Awaited<ReturnType<Ask>> & Partial<Pick<KnownTold, 'by'>>;

function untoldOf({ params }: Problem, last: ReadonlyMap<string, Ended>, self: string | null): Untold {
  const [state, operation] = [String(params.state), String(params.operation)];
  const told = last.get(`${state} ${operation}`);
  const refused = Refused.safeParse(told?.content);
  return {
    ...{ state, operation, outcome: told?.outcome ?? 'failed', failure: told?.failure ?? null },
    isHere: told?.by !== undefined && told.by === self,
    reasons: (told?.reasons ?? []) as Untold['reasons'],
    refused: refused.success ? refused.data.refused : null,
  };
}

/** What was asked and told is in the log of the exchange, question by question; this says what came of all of it. */
const journal = (
  tx: Parameters<typeof appendJournal>[0],
  clock: Clock,
  { id, register, party, instrument, purpose, case: caseId }: Search,
  payload: object,
) =>
  appendJournal(tx, clock, [
    {
      ...{ event: 'vat.carousels_ended', actor: 'system', party, register, instrument, purpose },
      ...{ subject: `${vatCases.name}/${caseId}`, payload: { search: id, ...payload } },
    },
  ]);
