import { decide, type Grant } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { findRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { ownedBy } from '../../powers.ts';
import { readReminderAddresses } from '../actions.ts';
import { reminderAddresses } from '../model.ts';
import { commitmentTexts } from '../text/texts.ts';

/** Where the reminders of somebody go whom the reader acts for; null where the reader acts for nobody in charge of that. */
export type ReminderBox = { readonly holder: string; readonly address: string | null };

export async function findReminderBox(
  tx: Transaction,
  context: PageContext,
  { party, body }: Grant,
): Promise<ReminderBox | null> {
  const holder = party ?? body;
  if (holder === null) return null;
  const acting = actionContextOf(context);
  const [object] = await ownedBy(tx, acting, holder);
  if (object === undefined) return null;
  const decision = decide(readReminderAddresses, context.actor, object, acting.today, () => 'no');
  if (!decision.allowed) return null;
  const now = { register: context.register.id, knownAt: knownNow(context.register, acting.today) };
  const found = await findRecord(tx, { ...now, kind: reminderAddresses.name, id: holder });
  const address = found?.body.address;
  return { holder, address: typeof address === 'string' ? address : null };
}

/** Whether what is due is also told by mail, and where to. */
export function ReminderNote({ box, context }: { box: ReminderBox | null; context: PageContext }) {
  const words = commitmentTexts(context.language).reminders;
  if (box === null) return context.sendsMail ? null : <p>{words.noMail}</p>;
  return (
    <p>
      {!context.sendsMail ? words.noMail : box.address === null ? words.noAddress : words.to(box.address)}{' '}
      <a href={context.href('/do/reminders/address', { holder: box.holder })}>{words.set}</a>
    </p>
  );
}
