import type { Said } from '#kernel/localized-text.ts';
import type { Problem } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import type { Kind } from '#platform/records/kind.ts';
import { nameRecords } from '#platform/records/naming.ts';
import { findRecord } from '#platform/records/records.ts';
import type { Lack } from './action.ts';
import { actionContextOf, allActions, fieldsAllowed, type Offer, offerOf } from './offers.ts';
import { lacksOf } from './perform.ts';

/** A step that is open to a record, and what the record lacks for it; nothing: it only has to be taken. */
export type NextStep = { readonly title: string; readonly lacks: readonly SaidLack[] };
/** What is lacking in the reader's language, with the ways to it: forms where they may, and pages. */
export type SaidLack = {
  readonly text: string;
  readonly form: Offer | null;
  readonly records: readonly { readonly title: Said; readonly href: string }[];
};

/**
 * What a record lacks today for the steps that its state lets be taken, for everybody who acts in the register: whoever may not
 * take a step can often bring what it lacks. The rules are those by which the step is refused (`Action.lacking`).
 */
export async function listLacking(
  tx: Transaction,
  context: PageContext,
  kind: string,
  id: string,
): Promise<readonly NextStep[]> {
  const { actor, register } = context;
  const acts = actor.kind === 'person' && actor.grants.some((grant) => grant.register === register.id);
  if (!acts) return [];
  const acting = actionContextOf(context);
  const steps: NextStep[] = [];
  for (const action of allActions(context)) {
    const { about, lacking } = action;
    if (lacking === undefined || about?.kind.name !== kind || !(await about.isOpen(tx, acting, id))) continue;
    const lacks: SaidLack[] = [];
    for (const lack of await lacksOf(tx, acting, action, { id }))
      lacks.push(await sayLack(tx, context, lack));
    steps.push({ title: action.texts(context.language).title, lacks });
  }
  return steps;
}

async function sayLack(tx: Transaction, context: PageContext, { problem, by, at }: Lack): Promise<SaidLack> {
  const records = [];
  for (const { kind, id } of at ?? [])
    records.push({ title: await titleOf(tx, context, kind, id), href: context.href(kind.href(id)) });
  const form = by === undefined ? null : await formOf(tx, context, by);
  return { text: sentenceOf(problem, context), form, records };
}

async function titleOf(tx: Transaction, context: PageContext, kind: Kind, id: string): Promise<Said> {
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const record = await findRecord(tx, { ...moment, kind: kind.name, id });
  const kinds = context.modules.flatMap((module) => module.kinds);
  const naming = { ...moment, kinds, language: context.language };
  const [said] = record === undefined ? [] : await nameRecords(tx, naming, [record]);
  return said ?? { text: id, language: context.language };
}

/** The way to a form, for who may and where the record's state lets it be done. */
async function formOf(
  tx: Transaction,
  context: PageContext,
  { action: name, given }: NonNullable<Lack['by']>,
): Promise<Offer | null> {
  const action = allActions(context).find((one) => one.name === name);
  if (action === undefined) throw new Error(`Nothing that can be done is called ${name}`);
  const acting = actionContextOf(context);
  const fields = await fieldsAllowed(tx, action, acting, given);
  const isOpen = action.about === null || (await action.about.isOpen(tx, acting, String(given.id)));
  return fields === null || !isOpen ? null : offerOf(action, context, fields);
}

function sentenceOf({ code, params }: Problem, { modules, language }: PageContext): string {
  const texts = modules.map(({ problems }) => problems[language]).find((one) => Object.hasOwn(one, code));
  return texts?.[code]?.(params) ?? code;
}
