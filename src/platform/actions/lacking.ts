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
  const steps: { readonly title: string; readonly lacks: readonly Lack[] }[] = [];
  for (const action of allActions(context)) {
    const { about, lacking, saysLacking } = action;
    if (lacking === undefined || about?.kind.name !== kind || saysLacking?.(id, acting) === false) continue;
    if (!(await about.isOpen(tx, acting, id))) continue;
    steps.push({
      title: action.texts(context.language).title,
      lacks: await lacksOf(tx, acting, action, { id }),
    });
  }
  const all = steps.flatMap(({ lacks }) => lacks);
  const forms = await formsOf(tx, context, all);
  const names = await namesAt(tx, context, all);
  return steps.map(({ title, lacks }) => ({
    title,
    lacks: lacks.map(({ problem, by, at = [] }) => ({
      text: sentenceOf(problem, context),
      form: by === undefined ? null : (forms.get(keyOf(by)) ?? null),
      records: at.map(({ kind, id: one }) => ({
        title: names.get(`${kind.name}/${one}`) ?? { text: one, language: context.language },
        href: context.href(kind.href(one)),
      })),
    })),
  }));
}

/** What the records that are lacking are called, by `kind/id`; those that are not known on the page's day are left out. */
async function namesAt(
  tx: Transaction,
  context: PageContext,
  lacks: readonly Lack[],
): Promise<ReadonlyMap<string, Said>> {
  const at = lacks.flatMap((lack) => lack.at ?? []);
  if (at.length === 0) return new Map();
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const kinds = context.modules.flatMap((module) => module.kinds);
  const found = await allRecords(tx, {
    ...moment,
    kinds: [...new Set(at.map(({ kind }) => kind.name))],
    ids: [...new Set(at.map(({ id }) => id))],
  });
  const named = await nameRecords(tx, { ...moment, kinds, language: context.language }, found);
  return new Map(
    found.flatMap(({ kind, id }, index) => {
      const said = named[index];
      return said === undefined ? [] : [[`${kind}/${id}`, said]];
    }),
  );
}

type Bringing = NonNullable<Lack['by']>;

const keyOf = ({ action, given }: Bringing) => JSON.stringify([action, given]);

/** The ways to forms, each asked for once: one form often brings all that is lacking of a kind. */
async function formsOf(
  tx: Transaction,
  context: PageContext,
  lacks: readonly Lack[],
): Promise<ReadonlyMap<string, Offer | null>> {
  const forms = new Map<string, Offer | null>();
  for (const { by } of lacks)
    if (by !== undefined && !forms.has(keyOf(by))) forms.set(keyOf(by), await formOf(tx, context, by));
  return forms;
}

/** The way to a form, for who may and where the record's state lets it be done. */
async function formOf(
  tx: Transaction,
  context: PageContext,
  { action: name, given }: Bringing,
): Promise<Offer | null> {
  const action = allActions(context).find((one) => one.name === name);
  if (action === undefined) throw new Error(`Nothing that can be done is called ${name}`);
  const acting = actionContextOf(context);
  const fields = await fieldsAllowed(tx, action, acting, given);
  if (fields === null) return null;
  const isOpen = action.about === null || (await action.about.isOpen(tx, acting, String(given.id)));
  return isOpen ? offerOf(action, context, fields) : null;
}

function sentenceOf({ code, params }: Problem, { modules, language }: PageContext): string {
  const texts = modules.map(({ problems }) => problems[language]).find((one) => Object.hasOwn(one, code));
  return texts?.[code]?.(params) ?? code;
}
