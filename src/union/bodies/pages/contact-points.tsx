import { formatDate, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import { type Decision, decide, type Permission } from '#platform/access/access.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark, type Tone } from '#platform/page/components.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { knownNow } from '#platform/records/registers.ts';
import { groupTexts } from '../../groups/text/texts.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { readContacts } from '../permissions.ts';
import type { ContactStanding } from '../rules/contacts.ts';
import { takesPart } from '../rules/participation.ts';
import { type ContactRow, listPartsOf } from '../store.ts';

const tones: Readonly<Record<ContactStanding, Tone>> = {
  named: 'good',
  vacant: 'bad',
  ended: 'none',
  not_yet: 'none',
  unknown: 'none',
};

/**
 * Which bodies (`kind/id`) name their contact points to the reader: those in which a party of the reader takes part today,
 * by what is known today. The dates that a page shows open nothing.
 */
export async function openContacts(
  tx: Transaction,
  { register, actor, clock }: PageContext,
  keys: readonly string[],
  permission: Permission = readContacts,
): Promise<ReadonlyMap<string, Decision>> {
  // Nothing can be open to a visitor, so nothing needs to be asked.
  if (actor.kind === 'visitor' || keys.length === 0) return new Map();
  const today = todayOn(clock);
  const now = { register: register.id, knownAt: knownNow(register, today) };
  const parts = await listPartsOf(tx, now, keys);
  return new Map(
    [...parts].map(([key, some]) => {
      const body = key.slice(key.indexOf('/') + 1) as RecordId;
      const taking = (_register: unknown, party: string, _body: unknown, day: PlainDate) =>
        takesPart(some, party, day);
      return [key, decide(permission, actor, { register: register.id, body }, today, taking)];
    }),
  );
}

/** Has it journalled that names are about to leave, if any do. */
export function recordReading(
  context: PageContext,
  /** Of the body: `kind/id`. */
  subject: string,
  opened: Decision | undefined,
  contacts: readonly string[],
): void {
  if (opened?.allowed !== true || contacts.length === 0) return;
  context.record({
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

/** What whoever hands over leaves for whoever comes next (§3.4); open to those to whom the contact point is. */
export function HandoverNote({
  body,
  hrefOn,
}: {
  body: RecordBody;
  hrefOn?: ((on: string) => string) | undefined;
}) {
  const { handover: words } = groupTexts(useLanguage());
  if (typeof body.handover !== 'string') return null;
  return (
    <small>
      {words.note}: {body.handover}{' '}
      {hrefOn !== undefined && typeof body.from === 'string' && (
        <a href={hrefOn(body.from)}>{words.openThen}</a>
      )}
    </small>
  );
}

/** The contact points of one body, beside the rest of its page. */
export function ContactPoints(props: {
  rows: readonly ContactRow[];
  named: boolean;
  names: Names;
  context: PageContext;
  /** Where all that was open on the day of a handover is listed, where there is such a page. */
  handoverOn?: (on: string) => string;
}) {
  const { rows, named, names, context, handoverOn } = props;
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
              {named && <HandoverNote body={contact.body} hrefOn={handoverOn} />}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
