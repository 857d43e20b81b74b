import { formatDate, type PartialDate } from '#kernel/dates.ts';
import type { Decision, Permission } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark, type Tone } from '#platform/page/components.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { type Hanging, HangsHere, listHanging } from '../../documents/pages/attached.tsx';
import { bodiesOpenTo } from '../../groups/actions/open-bodies.ts';
import { groupTexts } from '../../groups/text/texts.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { contacts } from '../model.ts';
import { readContacts } from '../permissions.ts';
import type { ContactStanding } from '../rules/contacts.ts';
import type { ContactRow } from '../store.ts';

const tones: Readonly<Record<ContactStanding, Tone>> = {
  named: 'good',
  vacant: 'bad',
  ended: 'none',
  not_yet: 'none',
  unknown: 'none',
};

/** Which bodies (`kind/id`) name their contact points to the reader. */
export function openContacts(
  tx: Transaction,
  context: PageContext,
  keys: readonly string[],
  permission: Permission = readContacts,
): Promise<ReadonlyMap<string, Decision>> {
  return bodiesOpenTo(tx, actionContextOf(context), keys, permission);
}

/** What hangs on contact points that are open to the reader; nothing on others. */
export function hangingOnContacts(
  tx: Transaction,
  context: PageContext,
  opened: Decision | undefined,
  ids: readonly string[],
): Promise<Hanging> {
  return listHanging(tx, context, contacts.name, opened?.allowed === true ? ids : []);
}

/** Has it journalled that names are about to leave, if any do. */
export function recordReading(
  context: PageContext,
  /** Of the body: `kind/id`. */
  subject: string,
  opened: Decision | undefined,
  read: readonly string[],
): void {
  if (opened?.allowed !== true || read.length === 0) return;
  context.record({
    event: 'contacts.read',
    register: context.register.id,
    subject,
    party: opened.grant?.party ?? null,
    purpose: opened.grant?.basis ?? null,
    payload: { contacts: read },
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
  hanging: Hanging;
  /** Where all that was open on the day of a handover is listed, where there is such a page. */
  handoverOn?: (on: string) => string;
}) {
  const { rows, named, names, context, hanging, handoverOn } = props;
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
              <HangsHere id={contact.id} hanging={hanging} context={context} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
