import { firstDay, formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { actionContextOf, listOffers, type Offer } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, Section, StatusMark, Verdict } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { type Hanging, HangsHere, listHanging } from '../../documents/pages/attached.tsx';
import { Named } from '../../names.tsx';
import { draftsOpenTo } from '../actions/open-drafts.ts';
import { answerDrafts } from '../model.ts';
import { lackingSignatures } from '../rules/answer.ts';
import { answeredItemOf, listDrafts, listSignatories } from '../store.ts';
import { parliamentTexts } from '../text/texts.ts';
import { Lines, type Shown } from './item-parts.tsx';

export type LoadedDrafts = {
  readonly signatories: readonly string[];
  /** Null: the reader may not see them. */
  readonly drafts: readonly StoredRecord[] | null;
  readonly offers: readonly Offer[];
  /** What hangs on them. */
  readonly hanging: Hanging;
};

/** The drafts of an item's answers for those who may read them: governments with a part in it, and who assigns it. */
export async function loadDrafts(
  tx: Transaction,
  context: PageContext,
  item: StoredRecord,
): Promise<LoadedDrafts> {
  const { register, knownAt } = context;
  const moment = { register: register.id, knownAt };
  const signatories = await listSignatories(tx, moment, answeredItemOf(item.body).addressees);
  // The dates of an address open nothing.
  const mayRead = (await draftsOpenTo(tx, actionContextOf(context), [item.id])).has(item.id);
  if (!mayRead) return { signatories, drafts: null, offers: [], hanging: new Map() };
  const day = lastDay(context.asOf);
  const drafts = (await listDrafts(tx, moment, item.id)).filter(
    ({ body }) => firstDay(body.drafted as PartialDate) <= day,
  );
  const last = drafts.at(-1);
  const ids = drafts.map(({ id }) => id);
  return {
    signatories,
    drafts,
    // What can be done to any record is offered beside it.
    offers: last === undefined ? [] : await listOffers(tx, context, answerDrafts.name, last.id, 'row'),
    hanging: await listHanging(tx, context, answerDrafts.name, ids),
  };
}

/** The text of the joint answer, and which governments have signed this text of it off. */
export function Drafts({ loaded, names, context }: Shown & { loaded: LoadedDrafts }) {
  const words = parliamentTexts(context.language).item;
  const { drafts, signatories, hanging } = loaded;
  return (
    <Section title={words.drafts} id="drafts">
      {drafts === null ? (
        <EmptyState why={words.draftsClosed} what={words.draftsClosedWhat} who={words.draftsClosedWho} />
      ) : drafts.length === 0 ? (
        <EmptyState why={words.draftNone} who={words.draftNoneWho} />
      ) : (
        drafts
          .toReversed()
          .map((draft) => <Draft draft={draft} {...{ signatories, hanging, names, context }} />)
      )}
    </Section>
  );
}

type SignOff = { readonly party: string; readonly date: PartialDate };

function Draft({
  draft,
  signatories,
  hanging,
  names,
  context,
}: Shown & { draft: StoredRecord } & Pick<LoadedDrafts, 'signatories' | 'hanging'>) {
  const words = parliamentTexts(context.language).item;
  const { body } = draft;
  const date = (on: unknown) => formatDate(on as PartialDate, context.language);
  const isBy = (on: unknown) =>
    typeof on === 'string' && firstDay(on as PartialDate) <= lastDay(context.asOf);
  const signOffs = ((body.sign_offs ?? []) as readonly SignOff[]).filter((one) => isBy(one.date));
  const lacking = lackingSignatures({ signOffs }, signatories);
  return (
    <>
      <p>
        {words.round(Number(body.round))}. {words.draftedBy}{' '}
        <Named id={String(body.drafted_by)} names={names} context={context} />, {date(body.drafted)}
      </p>
      <Lines text={String(body.text ?? '')} />
      {hanging.has(draft.id) && (
        <p>
          <HangsHere id={draft.id} hanging={hanging} context={context} />
        </p>
      )}
      <DataTable<string>
        caption={words.signOffs}
        rows={signatories}
        columns={[
          {
            title: parliamentTexts(context.language).fields.party,
            cell: (party) => <Named id={party} names={names} context={context} />,
          },
          {
            title: words.signOffs,
            cell: (party) => {
              const signed = signOffs.find((one) => one.party === party);
              return signed === undefined ? (
                <StatusMark tone="none" text={words.notSigned} />
              ) : (
                <StatusMark tone="good" text={words.signedOn(date(signed.date))} />
              );
            },
          },
        ]}
      />
      {isBy(body.given) ? (
        <Verdict tone="good" title={words.given(date(body.given))} />
      ) : lacking.length === 0 ? (
        <Verdict tone="good" title={words.complete} />
      ) : (
        <Verdict tone="part" title={words.lacking(lacking.length)} />
      )}
    </>
  );
}
