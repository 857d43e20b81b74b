import { exchangeWord, failureText, leavesOf, reasonText } from '#exchange';
import type { Offer } from '#platform/actions/offers.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Note, Section } from '#platform/page/components.tsx';
import { instruments, Named, type Names, plainName } from '#union';
import { RevealAnswer } from '../../bridges/model.ts';
import { receiptPath } from '../download.ts';
import type { KnownFeedback, ShownRequest } from '../load.ts';
import type { AskedKind } from '../model.ts';
import { caseTexts } from '../text/texts.ts';
import { dayText, notGivenText, RequestMark } from './parts.tsx';

type RequestsProps = {
  requests: readonly ShownRequest[];
  offers: ReadonlyMap<string, readonly Offer[]>;
  /** Whether any instrument of the register names what is asked in cases. */
  isAnythingOpened: boolean;
  names: Names;
  context: PageContext;
};

/** What was asked of other states in a case, and how it ended. */
export function Requests({ requests, offers, isAnythingOpened, names, context }: RequestsProps) {
  const { requests: words } = caseTexts(context.language);
  return (
    <Section title={words.title} id="requests">
      {!isAnythingOpened && <Note>{words.nothingOpen}</Note>}
      {requests.length === 0 ? (
        <EmptyState why={words.none} what={words.noneWhat} />
      ) : (
        requests.map((one) => (
          <Request one={one} offers={offers.get(one.record.id) ?? []} names={names} context={context} />
        ))
      )}
    </Section>
  );
}

type RequestProps = { one: ShownRequest; offers: readonly Offer[]; names: Names; context: PageContext };

function Request({ one, offers, names, context }: RequestProps) {
  const { requests: words, asked: kinds } = caseTexts(context.language);
  const { record, standing, asked } = one;
  const { body } = record;
  const isOwn = context.actor.kind === 'person' && body.drafted_by === `person:${context.actor.id}`;
  return (
    <>
      <h3>
        {kinds[body.what as AskedKind]}: {plainName(String(body.to), names, context.language)}
      </h3>
      <FieldList
        fields={[
          { label: words.standing, value: <RequestMark standing={standing} context={context} /> },
          { label: words.to, value: <Named id={String(body.to)} names={names} context={context} /> },
          { label: words.asked, value: <code>{String(body.asked)}</code> },
          {
            label: words.instrument,
            value: (
              <Named id={String(body.instrument)} names={names} context={context} kinds={[instruments]} />
            ),
          },
          {
            label: words.purpose,
            value: exchangeWord('purposes', String(body.purpose), context.language),
          },
          ...(asked === null
            ? []
            : [
                { label: words.entry, value: <code>{asked.entry}</code> },
                { label: words.place, value: asked.place ?? words.noPlace },
              ]),
          { label: words.answer, value: <Answer one={one} names={names} context={context} /> },
        ]}
      />
      {standing === 'drafted' && isOwn && <Note>{words.own}</Note>}
      {offers.length > 0 && (
        <p class="chips">
          {offers.map(({ title, href }) => (
            <a class="chip" href={href}>
              {title}
            </a>
          ))}
        </p>
      )}
      {asked !== null && (
        <p>
          {asked.place !== null && (
            <>
              <a href={context.href(receiptPath(String(body.case), asked.entry))}>{words.proof}</a>
              {'. '}
            </>
          )}
          <a href={context.href(`/practice/exchange/requests/${asked.id}`)}>{words.receipt}</a>
        </p>
      )}
    </>
  );
}

/** What the other owes or has said by now; of who was meant the section on feedback says it whole. */
function Told({
  said: { told_on, due, feedback, asOf },
  context,
}: {
  said: KnownFeedback;
  context: PageContext;
}) {
  const { feedback: words, outcomes } = caseTexts(context.language);
  const day = due === null ? words.dueUnknown : dayText(due, context.language);
  return (
    <>
      {words.told}: {dayText(told_on, context.language)}. {words.due}: {day}.{' '}
      {feedback === null ? notGivenText(asOf, context.language) : `${outcomes[feedback.outcome]}.`}
    </>
  );
}

function Answer({ one, names, context }: { one: ShownRequest; names: Names; context: PageContext }) {
  const { requests: words } = caseTexts(context.language);
  const { asked, content, standing, isLost } = one;
  if (standing === 'drafted' || standing === 'withdrawn') return <>–</>;
  if (isLost) return <>{words.lost}</>;
  if (asked === null || asked.outcome === 'waiting') return <>{words.waiting}</>;
  if (asked.outcome === 'denied') {
    const nameOf = (kind: string, id: string) =>
      plainName(id, names, context.language, ...(kind === 'instruments' ? [[instruments]] : []));
    return (
      <>
        {asked.allowed ? words.deniedThere : words.deniedHere}
        <ul class="reasons">
          {asked.reasons.map((reason) => (
            <li>{reasonText(reason, context.language, nameOf)}</li>
          ))}
        </ul>
      </>
    );
  }
  if (asked.outcome === 'empty') return <>{words.empty}</>;
  if (asked.outcome !== 'content') return <>{failureText(asked.failure ?? asked.outcome, context)}</>;
  if (one.feedback !== null) return <Told said={one.feedback} context={context} />;
  if (content === undefined) return <>{words.erased}</>;
  const revealed = RevealAnswer.safeParse(content);
  if (revealed.success)
    return (
      <ul class="plain">
        {revealed.data.traders.map(({ token, number }) => (
          <li>
            <code>{token}</code>: {number === null ? words.nobody : <code>{number}</code>}
          </li>
        ))}
      </ul>
    );
  return (
    <ul class="plain" lang="en">
      {leavesOf(content, '').map(([path, value]) => (
        <li>
          {path}: <code>{value}</code>
        </li>
      ))}
    </ul>
  );
}
