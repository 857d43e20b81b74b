import type { AccessObject, Grant, Person } from '#platform/access/access.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { texts } from '#platform/text/texts.ts';
import type { Action, ActionContext } from './action.ts';
import { decideAction, decideOn } from './perform.ts';

/** A way to the form of an action, for who may do it now. */
export type Offer = { readonly title: string; readonly href: string };

export function actionContextOf(context: PageContext): ActionContext {
  const { register, actor, clock, language } = context;
  return { register, actor, today: todayOn(clock), clock, language };
}

/**
 * Actions of the house's modules that are about a record of this kind or can be done to any, and that its state and the reader's
 * grants let be done.
 */
export async function listOffers(
  tx: Transaction,
  context: PageContext,
  kind: string,
  id: string,
  /** A row of a list offers what its own record asks for; what can be done to any record stands on that record's page. */
  where: 'page' | 'row' = 'page',
): Promise<readonly Offer[]> {
  if (context.actor.kind !== 'person') return [];
  const acting = actionContextOf(context);
  const offers: Offer[] = [];
  for (const action of allActions(context)) {
    const { about, toAny } = action;
    const given = about?.kind.name === kind ? { id } : where === 'row' ? null : toAny?.given(kind, id);
    if (given == null || (await fieldsAllowed(tx, action, acting, given)) === null) continue;
    if (about?.kind.name !== kind || (await about.isOpen(tx, acting, id)))
      offers.push(offerOf(action, context, given));
  }
  return offers;
}

/** Actions that make something new, by name, where the reader may do them; `given` are fields that the page knows. */
export async function offersToMake(
  tx: Transaction,
  context: PageContext,
  names: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Promise<readonly Offer[]> {
  if (context.actor.kind !== 'person') return [];
  const acting = actionContextOf(context);
  const offers: Offer[] = [];
  for (const action of allActions(context)) {
    if (!names.includes(action.name)) continue;
    if ((await fieldsAllowed(tx, action, acting, given)) !== null)
      offers.push(offerOf(action, context, given));
  }
  return offers;
}

/** One of those where what it touches is known already, as on a page that lists many records of a kind; null: the reader may not. */
export async function offerOn(
  tx: Transaction,
  context: PageContext,
  name: string,
  { given, touched }: { given: Readonly<Record<string, string>>; touched: readonly AccessObject[] },
): Promise<Offer | null> {
  const action = allActions(context).find((one) => one.name === name);
  if (action === undefined || context.actor.kind !== 'person') return null;
  const { allowed } = await decideOn(tx, action, actionContextOf(context), touched);
  return allowed ? offerOf(action, context, given) : null;
}

type Fields = Readonly<Record<string, string>>;

/**
 * The given fields with which the actor may do it: as they are, or for a party that the actor acts for. Null: with none.
 */
export async function fieldsAllowed(
  tx: Transaction,
  action: Action,
  context: ActionContext & { readonly actor: Person | ActionContext['actor'] },
  given: Fields,
): Promise<Fields | null> {
  return (await findAllowed(tx, action, context, given))?.fields ?? null;
}

/** The same, with the grant that lets the actor do it. */
export async function findAllowed(
  tx: Transaction,
  action: Action,
  context: ActionContext & { readonly actor: Person | ActionContext['actor'] },
  given: Fields,
): Promise<{ readonly fields: Fields; readonly grant: Grant | null } | null> {
  const { actor, register } = context;
  const grants = actor.kind === 'person' ? actor.grants : [];
  const own = grants.flatMap(({ register: held, party }) =>
    held === register.id && party !== null && 'party' in action.fields ? [{ ...given, party }] : [],
  );
  for (const fields of 'party' in given ? [given] : [given, ...own]) {
    const decision = await decideAction(tx, action, context, fields);
    if (decision.allowed) return { fields, grant: decision.grant };
  }
  return null;
}

export function allActions({ modules }: PageContext): readonly Action[] {
  return modules.flatMap((module) => module.actions);
}

export function offerOf(
  action: Action,
  context: PageContext,
  fields: Readonly<Record<string, string>>,
): Offer {
  return {
    title: action.texts(context.language).title,
    href: context.href(`/do/${action.name}`, fields),
  };
}

/** What stands over a list of offers. */
export function offersTitle({ language }: PageContext): string {
  return texts(language).actions.offers;
}
