import { formatDate, type PartialDate } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import { type Decision, decide } from '#platform/access/access.ts';
import { todayOn } from '#platform/clock.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark, type Tone } from '#platform/page/components.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { readContacts } from '../permissions.ts';
import type { ContactStanding } from '../rules/contacts.ts';
import { type PartyInBody, takesPart } from '../rules/participation.ts';
import type { ContactRow } from '../store.ts';

const tones: Readonly<Record<ContactStanding, Tone>> = {
  named: 'good',
  vacant: 'bad',
  ended: 'none',
  not_yet: 'none',
  unknown: 'none',
};

/** Persons are named to those whose party takes part in the body today, whatever date the page shows. */
export function openContacts(context: PageContext, body: string, parts: readonly PartyInBody[]): Decision {
  return decide(
    readContacts,
    context.actor,
    { register: context.register.id, body: body as RecordId },
    todayOn(context.clock),
    (_register, party, _body, day) => takesPart(parts, party, day),
  );
}

/** Writes into the journal that names are about to leave, if any do: awaited before the page is sent. */
export async function recordReading(
  context: PageContext,
  /** Of the body: `kind/id`. */
  subject: string,
  opened: Decision,
  contacts: readonly string[],
): Promise<void> {
  if (!opened.allowed || contacts.length === 0) return;
  await context.record({
    event: 'contacts.read',
    register: context.register.id,
    subject,
    party: opened.grant?.party ?? null,
    purpose: opened.grant?.basis ?? null,
    payload: { contacts },
  });
}

export function ContactStandingMark({ standing }: { standing: ContactStanding }) {
  return <StatusMark tone={tones[standing]} text={unionTexts(useLanguage()).contacts.standings[standing]} />;
}

/** Organisation and, to those it is open to, the person. Without a name, whether there is one is said and no more. */
export function ContactName({ body, named }: { body: RecordBody; named: boolean }) {
  const words = unionTexts(useLanguage());
  const { organisation, person } = body;
  const hasPerson = typeof person === 'string' && person !== '';
  return (
    <>
      {typeof organisation === 'string' ? (
        organisation
      ) : (
        <span class="missing">{words.contacts.organisationMissing}</span>
      )}
      {hasPerson && <small>{named ? person : words.contacts.namedHidden}</small>}
    </>
  );
}

/** A contact point's own dates, or when the source saw a vacancy. */
export function ContactPeriod({
  from,
  to,
  seenOn,
}: {
  from?: unknown;
  to?: unknown;
  seenOn?: PartialDate | null;
}) {
  const language = useLanguage();
  const written = (value: unknown) =>
    typeof value === 'string' ? formatDate(value as PartialDate, language) : '…';
  if (seenOn != null) return <>{unionTexts(language).contacts.knownOn(seenOn)}</>;
  if (from == null && to == null) return null;
  return (
    <>
      {written(from)} – {written(to)}
    </>
  );
}

/** The contact points of one body, beside the rest of its page. */
export function ContactPoints(props: {
  rows: readonly ContactRow[];
  named: boolean;
  names: Names;
  context: PageContext;
}) {
  const { rows, named, names, context } = props;
  const words = unionTexts(context.language).groups;
  return (
    <ul class="plain">
      {rows.map(({ party, contact, standing }) => (
        <li>
          <Named id={party} names={names} context={context} /> <ContactStandingMark standing={standing} />
          {contact === null ? (
            standing === 'vacant' && (
              <small>{words.vacancyWho(plainName(party, names, context.language))}</small>
            )
          ) : (
            <>
              {' '}
              <ContactName body={contact.body} named={named} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
