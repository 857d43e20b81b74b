import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { date, idAmong, line, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { firstStep, knownOf } from '#union';
import { alertHref } from '../../alerts/model.ts';
import { inField, partiesIn, takingPartIn } from '../../fields/store.ts';
import { strongestReason } from '../../scoring/score.ts';
import { findOwnAlert } from '../alerts.ts';
import {
  atStakeKeys,
  atStakeOf,
  caseLifecycle,
  keepCases,
  noteAct,
  noteEvent,
  outlived,
  vatCases,
  vatFeedback,
} from '../model.ts';
import { nextReference } from '../rules/reference.ts';
import { readTraders } from '../rules/traders.ts';
import { findOne, keepBundle, listCases } from '../store.ts';
import {
  aboutOpenCase,
  after,
  caseStateOf,
  confirmedAmong,
  confirmedFaults,
  done,
  endingFields,
  euros,
  eurosText,
  findOpen,
  known,
  missing,
  ofRecord,
  spanFaults,
  stepOf,
  textsOf,
  tradersOf,
} from './shared.ts';

const participation = takingPartIn('cases');

type Opening = {
  readonly party: string;
  readonly traders: readonly string[];
  readonly reason: string;
  readonly said: Readonly<Record<string, unknown>>;
};

async function opened(
  tx: Transaction,
  context: ActionContext,
  { party, traders, reason, said }: Opening,
): Promise<Result<Done>> {
  const before = await listCases(tx, knownOf(context), [party]);
  const given = before.map(({ record }) => String(record.body.reference));
  const reference = nextReference(party, context.today.slice(0, 4), given);
  const id = newId(context.clock);
  const body = { id, party, reference, traders, opened_on: context.today, ...known(said) };
  const steps = [firstStep('open', context.today, { act: 'open', by: party, reason })];
  return done(vatCases, id, vatCases.href(id), [{ kind: vatCases, id, body, steps }]);
}

/** From a tip, or from what somebody saw himself: the reason says which. */
export const open = defineAction({
  name: 'vat-cases/open',
  permission: keepCases,
  fields: {
    party: idAmong(partiesIn('cases')),
    traders: text,
    reason: text,
    at_stake: optional(euros),
    analyst: optional(line),
  },
  texts: textsOf('open'),
  about: null,
  back: () => '/practice/vat/cases',
  object: (tx, context, { party }) => inField(tx, context, 'cases', party),
  participation,
  perform: async (tx, context, { party, traders, reason, ...said }) => {
    const read = readTraders(traders, 'body.traders');
    return read.ok ? opened(tx, context, { party, traders: read.value, reason, said }) : read;
  },
});

/** From what a run says of a trader. The score is why somebody looks; that there is a case is decided here, by somebody, for a reason. */
export const openFromAlert = defineAction({
  name: 'vat-cases/open_from_alert',
  permission: keepCases,
  fields: {
    party: idAmong(partiesIn('cases')),
    run: line,
    trader: line,
    reason: text,
    at_stake: optional(euros),
    analyst: optional(line),
  },
  texts: textsOf('open_from_alert'),
  about: null,
  back: ({ run = '', trader = '' }) => alertHref(run, trader),
  object: (tx, context, { party }) => inField(tx, context, 'cases', party),
  participation,
  perform: async (tx, context, { party, run, trader, reason, at_stake, analyst }) => {
    const read = readTraders(trader, 'body.trader');
    if (!read.ok) return read;
    const of = { register: context.register.id, party };
    const [number = ''] = read.value;
    const alert = await findOwnAlert(tx, of, { run, trader: number });
    if (alert === null) return fail(problem('vat_alert_unknown', 'body.run', { run, trader: number }));
    const bundle = await keepBundle(tx, of, alert.bundle);
    const said = {
      alert: { run, trader: number, bundle, synthetic: alert.bundle.synthetic },
      alert_reason: strongestReason(alert.bundle.score)?.input,
      // What somebody says goes before what the run expects.
      at_stake: at_stake ?? alert.atStakeCents,
      analyst,
    };
    return opened(tx, context, { party, traders: [number], reason, said });
  },
  prefill: async (tx, context, { party, run, trader }) => {
    if (party === undefined || run === undefined || trader === undefined) return {};
    const alert = await findOwnAlert(tx, { register: context.register.id, party }, { run, trader });
    if (alert === null) return {};
    // As the page of the alert writes it down.
    context.reads?.({
      event: 'vat_alerts.read',
      subject: `vat_runs/${run}`,
      payload: { run, traders: [trader] },
    });
    return { at_stake: eurosText(alert.atStakeCents) };
  },
});

/** A case of one's own on what another state told of: from then on it is open here, too, under the other's reference. */
export const join = defineAction({
  name: 'vat-cases/join',
  permission: keepCases,
  fields: { id: subject, reason: text, at_stake: optional(euros), analyst: optional(line) },
  texts: textsOf('join'),
  about: {
    kind: vatFeedback,
    isOpen: async (tx, context, id) => {
      const told = await findOne(tx, knownOf(context), vatFeedback, id);
      return told !== null && !(await isJoined(tx, context, told.record.body));
    },
  },
  object: ofRecord(vatFeedback, 'state'),
  participation,
  perform: async (tx, context, { id, reason, ...said }) => {
    const told = await findOne(tx, knownOf(context), vatFeedback, id);
    if (told === null) return missing(id);
    const { state, asker, reference } = told.record.body;
    if (await isJoined(tx, context, told.record.body)) return fail(problem('vat_case_joined', 'body.id'));
    const joins = { party: String(asker), reference: String(reference) };
    return opened(tx, context, {
      ...{ party: String(state), traders: tradersOf(told), reason },
      said: { ...said, joins },
    });
  },
});

async function isJoined(
  tx: Transaction,
  context: ActionContext,
  { state, asker, reference }: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const own = await listCases(tx, knownOf(context), [String(state)]);
  return own.some(({ record: { body } }) => {
    const joins = body.joins as { readonly party?: unknown; readonly reference?: unknown } | null | undefined;
    return joins?.party === asker && joins?.reference === reference;
  });
}

export const revise = defineAction({
  name: 'vat-cases/revise',
  permission: keepCases,
  fields: {
    id: subject,
    traders: text,
    at_stake: optional(euros),
    analyst: optional(line),
    reason: text,
  },
  texts: textsOf('revise'),
  about: aboutOpenCase,
  object: ofRecord(vatCases, 'party'),
  participation,
  perform: async (tx, context, { id, traders, reason, at_stake, analyst }) => {
    const found = await findOpen(tx, context, id);
    const read = readTraders(traders, 'body.traders');
    if (!found.ok) return found;
    if (!read.ok) return read;
    const { analyst: _, ...rest } = found.value.record.body;
    const kept = Object.entries(rest).filter(([key]) => !atStakeKeys.some((one) => one === key));
    const body = { ...Object.fromEntries(kept), traders: read.value, ...known({ at_stake, analyst }) };
    const step = stepOf('open', 'open', context, { act: 'revise', reason });
    return done(vatCases, id, vatCases.href(id), [{ kind: vatCases, id, body, steps: [step] }]);
  },
  prefill: async (tx, context, { id }) => {
    const found = id === undefined ? null : await findOne(tx, knownOf(context), vatCases, id);
    if (found === null) return {};
    const { analyst } = found.record.body;
    return {
      traders: tradersOf(found).join('\n'),
      at_stake: eurosText(atStakeOf(found.record.body)),
      analyst: String(analyst ?? ''),
    };
  },
});

/**
 * What came of it, decided by somebody who says why. Nobody is deregistered by it: whoever may do that in a state does it there, by its own
 * law.
 */
export const close = defineAction({
  name: 'vat-cases/close',
  permission: keepCases,
  fields: {
    id: subject,
    ...endingFields,
    cost: optional(euros),
    confirmed: confirmedAmong(vatCases),
    fraud_from: optional(date),
    fraud_until: optional(date),
    reason: text,
  },
  texts: textsOf('close'),
  about: aboutOpenCase,
  object: ofRecord(vatCases, 'party'),
  participation,
  perform: async (tx, context, { id, reason, ...said }) => {
    const found = await findOne(tx, knownOf(context), vatCases, id);
    if (found === null) return missing(id);
    const to = after(caseLifecycle, caseStateOf(found), 'close');
    const problems = [
      ...(to.ok ? [] : to.problems),
      ...confirmedFaults(said.outcome, said.confirmed, tradersOf(found)),
      ...spanFaults(context, said.fraud_from, said.fraud_until),
    ];
    if (!to.ok || problems.length > 0) return fail(...problems);
    const body = { ...found.record.body, ...known(said) };
    const step = stepOf('open', to.value, context, { act: 'close', reason, outcome: said.outcome });
    return done(vatCases, id, vatCases.href(id), [{ kind: vatCases, id, body, steps: [step] }]);
  },
});

/** What an official notes on an open case, dated; it changes nothing of the case, and leaves with no file of it. */
export const note = defineAction({
  name: noteEvent,
  permission: keepCases,
  fields: { id: subject, note: text },
  texts: textsOf('note'),
  about: aboutOpenCase,
  object: ofRecord(vatCases, 'party'),
  participation,
  perform: async (tx, context, { id, note: said }) => {
    const found = await findOpen(tx, context, id);
    if (!found.ok) return found;
    const step = stepOf('open', 'open', context, { act: noteAct, reason: said });
    return done(vatCases, id, vatCases.href(id), [{ kind: vatCases, id, steps: [step] }]);
  },
});

/** What it was closed with stays in its history and counts no longer. */
export const reopen = defineAction({
  name: 'vat-cases/reopen',
  permission: keepCases,
  fields: { id: subject, reason: text },
  texts: textsOf('reopen'),
  about: {
    kind: vatCases,
    outlives: outlived,
    isOpen: async (tx, context, id) => {
      const found = await findOne(tx, knownOf(context), vatCases, id);
      return found !== null && caseStateOf(found) === 'closed';
    },
  },
  object: ofRecord(vatCases, 'party'),
  participation,
  perform: async (tx, context, { id, reason }) => {
    const found = await findOne(tx, knownOf(context), vatCases, id);
    if (found === null) return missing(id);
    const to = after(caseLifecycle, caseStateOf(found), 'reopen');
    if (!to.ok) return to;
    const ended = ['outcome', 'confirmed', 'stopped', 'days', 'cost', 'fraud_from', 'fraud_until'];
    const body = Object.fromEntries(
      Object.entries(found.record.body).filter(([key]) => !ended.includes(key)),
    );
    const step = stepOf('closed', to.value, context, { act: 'reopen', reason });
    return ok({
      subject: `${vatCases.name}/${id}`,
      path: vatCases.href(id),
      changes: [{ kind: vatCases, id, body, steps: [step] }],
    });
  },
});
