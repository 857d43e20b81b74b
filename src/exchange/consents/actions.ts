import { z } from 'zod';
import { firstDay, lastDay } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Permission } from '#platform/access/access.ts';
import { type Action, type ActionContext, defineAction, textsFrom } from '#platform/actions/action.ts';
import { date, idAmong, line, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { byParty, dangling, firstStep, instruments, knownOf, parties, recordsOf } from '#union';
import { consentPurposes } from '../model.ts';
import { tellOfConsents } from '../nodes/consents/store.ts';
import { ofParties } from '../readers.ts';
import { listLived } from '../situation/store.ts';
import { consents } from './model.ts';
import { consentStateOn } from './rules/standing.ts';
import { consentTexts } from './text/texts.ts';

const textsOf = textsFrom(consentTexts);

const giveConsents: Permission = {
  code: 'consents.give',
  audience: 'party',
  summary:
    'consent for a party to what another does with its data beyond what it was given for, and withdraw that',
};
/** Of a case of persons: open to both parties and to whoever supervises one of them, and journalled. */
export const readConsents: Permission = {
  code: 'consents.read',
  audience: 'responsible',
  summary: 'read what a party has consented to',
};

export const giveConsent = defineAction({
  name: 'consents/give',
  permission: giveConsents,
  fields: {
    party: idAmong(recordsOf(parties)),
    receiver: idAmong(recordsOf(parties)),
    instrument: idAmong(recordsOf(instruments)),
    // As a request says it: no longer than a word of a request may be.
    data_set: optional({ ...line, schema: line.schema.pipe(z.string().max(80)) }),
    case_reference: { ...line, schema: line.schema.pipe(z.string().max(200)) },
    purpose: oneOf(consentPurposes, (purpose, language) => consentTexts(language).purposes[purpose]),
    // The node signs it as a note, of which a request shows several.
    conditions: optional({ ...text, schema: text.schema.pipe(z.string().max(1_000)) }),
    from: date,
    until: optional(date),
  },
  texts: textsOf('give'),
  about: null,
  back: () => '/practice/exchange/consents',
  object: byParty,
  perform: async (tx, context, { party: supplier, receiver, ...said }) => {
    const { instrument, from, until } = said;
    const wanting = [
      ...(await dangling(tx, context, 'receiver', receiver, [parties])),
      ...(await dangling(tx, context, 'instrument', instrument, [instruments])),
      ...(receiver === supplier ? [problem('consent_to_oneself', 'body.receiver', { party: receiver })] : []),
      ...(until !== undefined && firstDay(until) <= lastDay(from)
        ? [problem('consent_never_holds', 'body.until', { from, until })]
        : []),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const id = newId(context.clock);
    const given = Object.entries({ id, supplier, receiver, ...said }).filter(
      ([, value]) => value !== undefined,
    );
    const steps = [firstStep('given', context.today, { act: 'give', by: supplier })];
    await tellOfConsents(tx);
    return ok({
      subject: `${consents.name}/${id}`,
      path: consents.href(id),
      changes: [{ kind: consents, id, body: Object.fromEntries(given), steps }],
    });
  },
});

async function findConsent(tx: Transaction, context: Pick<ActionContext, 'register' | 'today'>, id: string) {
  const [found] = await listLived(tx, knownOf(context), consents, { ids: [id] });
  return found;
}

export const withdrawConsent = defineAction({
  name: 'consents/withdraw',
  permission: giveConsents,
  fields: { id: subject, reason: text },
  texts: textsOf('withdraw'),
  about: {
    kind: consents,
    isOpen: async (tx, context, id) => {
      const found = await findConsent(tx, context, id);
      return found !== undefined && consentStateOn(found, context.today)?.state === 'given';
    },
  },
  object: async (tx, context, { id }) => {
    const found = id === undefined ? undefined : await findConsent(tx, context, id);
    return found === undefined ? [] : ofParties(context, [String(found.record.body.supplier)]);
  },
  perform: async (tx, context, { id, reason }) => {
    const found = await findConsent(tx, context, id);
    const standing = found === undefined ? null : consentStateOn(found, context.today);
    if (found === undefined || standing === null) return fail(problem('record_not_found', 'body.id', { id }));
    if (standing.state === 'withdrawn')
      return fail(problem('consent_withdrawn', 'body.id', { on: standing.since }));
    const step = {
      axis: 'state',
      from: 'given',
      to: 'withdrawn',
      effectiveOn: context.today,
      observed: false,
      details: { act: 'withdraw', by: String(found.record.body.supplier), reason },
    };
    await tellOfConsents(tx);
    return ok({
      subject: `${consents.name}/${id}`,
      path: consents.href(id),
      changes: [{ kind: consents, id, steps: [step] }],
    });
  },
});

export const consentActions: readonly Action[] = [giveConsent, withdrawConsent];
export const consentPermissions: readonly Permission[] = [giveConsents, readConsents];
