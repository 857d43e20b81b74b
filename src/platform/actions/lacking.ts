import type { Said } from '#kernel/localized-text.ts';
import type { Problem } from '#kernel/result.ts';
import { grantsOn } from '#platform/access/access.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { nameRecords } from '#platform/records/naming.ts';
import { allRecords } from '#platform/records/records.ts';
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
  const acting = actionContextOf(context);
  if (grantsOn(actor, register.id, acting.today).length === 0) return [];
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
  const form = by === undefined ? null : await formOf(tx, context, by);
  return { text: sentenceOf(problem, context), form, records: await recordsAt(tx, context, at ?? []) };
}

/** The records by their names, in the order in which they are lacking; one that is not known on the page's day by its id. */
async function recordsAt(tx: Transaction, context: PageContext, at: NonNullable<Lack['at']>) {
  if (at.length === 0) return [];
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const kinds = context.modules.flatMap((module) => module.kinds);
  const found = await allRecords(tx, {
    ...moment,
    kinds: [...new Set(at.map(({ kind }) => kind.name))],
    ids: at.map(({ id }) => id),
  });
  const named = await nameRecords(tx, { ...moment, kinds, language: context.language }, found);
  const names = new Map(found.map(({ kind, id }, index) => [`${kind}/${id}`, named[index]]));
  return at.map(({ kind, id }) => ({
    title: names.get(`${kind.name}/${id}`) ?? { text: id, language: context.language },
    href: context.href(kind.href(id)),
  }));
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
