import { cases } from '#evidence';
import { firstDay, formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { localize, type Said } from '#kernel/localized-text.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContent, PageContext } from '#platform/module.ts';
import { EmptyState, Note, Section, Stack, Timeline } from '#platform/page/components.tsx';
import { SaidText } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { contacts, dossierHolders, groups } from '../../bodies/model.ts';
import { ContactName, openContacts, recordReading } from '../../bodies/pages/contact-points.tsx';
import { GroupNotes, loadNotes } from '../../bodies/pages/group-notes.tsx';
import { loadNames } from '../../bodies/store.ts';
import { HangsHere, listHanging } from '../../documents/pages/attached.tsx';
import { Named, type Names } from '../../names.tsx';
import {
  loadOpenList,
  type OpenList,
  type OpenRow,
  openSections,
  type TakenOver,
} from '../../register/open-list.ts';
import { unionTexts } from '../../text/texts.ts';
import { groupTexts } from '../text/texts.ts';

type Subject = TakenOver & { readonly record: StoredRecord; readonly name: Said };

/** The group of the address with nothing else, or a dossier with all its groups. */
async function findSubject(
  tx: Transaction,
  context: PageContext,
  of: 'group' | 'dossier',
): Promise<Subject | null> {
  const known = { register: context.register.id, knownAt: context.knownAt };
  const kind = of === 'group' ? groups : cases;
  const id = context.params.id ?? '';
  const record = await findRecord(tx, { ...known, kind: kind.name, id });
  if (record === undefined) return null;
  const name = localize(kind.title(record.body), context.language, ['en']);
  if (of === 'group') return { record, name, groups: [id], dossier: null };
  const own = await allRecords(tx, { ...known, kinds: [groups.name], says: [{ case: id }] });
  return { record, name, groups: own.map((one) => one.id), dossier: id };
}

async function load(context: PageContext, of: 'group' | 'dossier') {
  const known = { register: context.register.id, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const subject = await findSubject(tx, context, of);
    if (subject === null) return null;
    const open = await loadOpenList(tx, context, subject);
    const says = subject.groups.map((body) => ({ body }));
    const named = says.length === 0 ? [] : await allRecords(tx, { ...known, kinds: [contacts.name], says });
    // The note stands with whoever left as well as with whoever came; whoever came is who has it.
    const handovers = named.filter(
      ({ body }) =>
        typeof body.handover === 'string' &&
        typeof body.from === 'string' &&
        body.to == null &&
        lastDay(body.from as PartialDate) <= lastDay(context.asOf),
    );
    const keys = [...new Set(handovers.map(({ body }) => `${groups.name}/${String(body.body)}`))];
    const shown = [Object.values(open).flat(), subject.groups, handovers.map(({ body }) => body.party)];
    const holders =
      subject.dossier === null
        ? []
        : await allRecords(tx, {
            ...known,
            kinds: [dossierHolders.name],
            says: [{ case: subject.dossier }],
          });
    const held = holders.filter(({ body }) => firstDay(body.from as PartialDate) <= lastDay(context.asOf));
    const opened = await openContacts(tx, context, keys);
    const shownHandovers = handovers.flatMap(({ id, body }) =>
      opened.get(`${groups.name}/${String(body.body)}`)?.allowed === true ? [id] : [],
    );
    const inDossier = subject.dossier === null ? null : { dossier: subject.dossier };
    return {
      subject,
      open,
      handovers,
      holders: held,
      offers: inDossier === null ? [] : await offersToMake(tx, context, ['dossiers/hand_over'], inDossier),
      opened,
      onHandovers: await listHanging(tx, context, contacts.name, shownHandovers),
      onHolders: await listHanging(
        tx,
        context,
        dossierHolders.name,
        held.map(({ id }) => id),
      ),
      kept: await loadNotes(tx, context, subject.groups),
      names: await loadNames(tx, known, shown),
    };
  });
}
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/** For whoever takes over a group, or a dossier with all its groups: what was left to them, and all that is open on the date. */
const handoverOf = (of: 'group' | 'dossier'): Page => ({
  path: of === 'group' ? '/groups/:id/handover' : '/dossiers/:id/handover',
  navigation: 'programme',
  render: async (context) => {
    const loaded = await load(context, of);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    return ok(shownHandover(loaded, context, of));
  },
  exportTable: async (context): Promise<Result<ExportTable>> => {
    const loaded = await load(context, of);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    return ok(openTable(loaded, context));
  },
});
export const groupHandoverPage = handoverOf('group');
export const dossierHandoverPage = handoverOf('dossier');

function shownHandover(loaded: Loaded, context: PageContext, of: 'group' | 'dossier'): PageContent {
  const { handover: words } = groupTexts(context.language);
  const { subject, open, names } = loaded;
  const { groups: words2, programme } = unionTexts(context.language);
  const dossier = subject.record.body.case;
  return {
    title: { text: words.title(subject.name.text), language: subject.name.language },
    lede: words.lede(formatDate(context.asOf, context.language)),
    crumbs: [
      { text: programme.title, href: context.href('/programme') },
      { text: words2.title, href: context.href('/groups') },
      ...(of === 'group'
        ? [{ text: subject.name.text, href: context.href(groups.href(subject.record.id)) }]
        : []),
    ],
    exports: ['csv', 'xlsx', 'json'],
    body: (
      <Stack>
        {of === 'group' && typeof dossier === 'string' && (
          <p>
            <a href={context.href(`/dossiers/${dossier}/handover`)}>{words.dossier}</a>
          </p>
        )}
        <Offered offers={loaded.offers} context={context} />
        {of === 'dossier' && <Holders loaded={loaded} context={context} />}
        {of === 'dossier' && (
          <Section title={words.groups} id="groups">
            <ul class="plain">
              {subject.groups.map((id) => (
                <li>
                  <Named id={id} names={names} context={context} kinds={[groups]} />{' '}
                  <a href={context.href(`/groups/${id}/handover`)}>{words.link}</a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Handovers loaded={loaded} context={context} />
        <GroupNotes {...loaded.kept} context={context} />
        {openSections.map((section) => (
          <Section title={words.sections[section]} id={section}>
            <OpenRows rows={open[section]} title={words.sections[section]} names={names} context={context} />
          </Section>
        ))}
      </Stack>
    ),
  };
}

/** Who has held the file until the date, with what each left to the next. */
function Holders({ loaded: { holders, onHolders }, context }: { loaded: Loaded; context: PageContext }) {
  const { handover: words } = groupTexts(context.language);
  const order = (one: StoredRecord) => String(one.body.from);
  const isOver = ({ body }: StoredRecord) =>
    body.to != null && lastDay(body.to as PartialDate) <= lastDay(context.asOf);
  return (
    <Section title={words.holders} id="holders">
      {holders.length === 0 ? (
        <EmptyState why={words.holdersNone} who={words.holdersNoneWho} />
      ) : (
        <Timeline
          moments={holders
            .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
            .map((one) => ({
              when: formatDate(one.body.from as PartialDate, context.language),
              what: String(one.body.holder),
              tone: isOver(one) ? ('none' as const) : ('good' as const),
              detail: (
                <>
                  {isOver(one) &&
                    typeof one.body.handover === 'string' &&
                    `${words.note}: ${one.body.handover}`}
                  <HangsHere id={one.id} hanging={onHolders} context={context} />
                </>
              ),
            }))}
        />
      )}
    </Section>
  );
}

/** The notes that were left, to those to whom the contact point is open; to others that there are some. */
function Handovers({ loaded, context }: { loaded: Loaded; context: PageContext }) {
  const { handover: words } = groupTexts(context.language);
  const { handovers, opened, names, onHandovers } = loaded;
  const keyOf = ({ body }: StoredRecord) => `${groups.name}/${String(body.body)}`;
  const shown = handovers.filter((one) => opened.get(keyOf(one))?.allowed === true);
  for (const [key, decision] of opened) {
    const read = shown.filter((one) => keyOf(one) === key).map(({ id }) => id);
    recordReading(context, key, decision, read);
  }
  return (
    <Section title={words.handovers} id="handovers">
      {handovers.length === 0 && <EmptyState why={words.handoversNone} what={words.handoversWhat} />}
      {shown.length < handovers.length && <Note>{words.handoversHidden}</Note>}
      {shown.length > 0 && (
        <Timeline
          moments={shown.map(({ id, body }) => ({
            when: formatDate(body.from as PartialDate, context.language),
            what: String(body.handover),
            detail: (
              <>
                <Named id={String(body.party)} names={names} context={context} />,{' '}
                <ContactName body={body} named />
                <HangsHere id={id} hanging={onHandovers} context={context} />
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}

function OpenRows(props: { rows: readonly OpenRow[]; title: string; names: Names; context: PageContext }) {
  const { rows, title, names, context } = props;
  const { handover: words } = groupTexts(context.language);
  if (rows.length === 0) return <p>{words.nothing}</p>;
  return (
    <DataTable<OpenRow>
      caption={title}
      rows={rows}
      rowHref={({ path }) => context.href(path)}
      columns={[
        { title, cell: ({ what }) => <SaidText said={what} /> },
        {
          title: words.due,
          cell: ({ on }) =>
            on === null ? <span class="missing">{words.notStated}</span> : formatDate(on, context.language),
        },
        {
          title: words.owner,
          cell: ({ owner }) =>
            owner === null ? words.own : <Named id={owner} names={names} context={context} />,
        },
      ]}
    />
  );
}

function openTable(
  { subject, open }: Pick<Loaded, 'subject'> & { readonly open: OpenList },
  context: PageContext,
): ExportTable {
  const { handover: words } = groupTexts(context.language);
  const shared = texts(context.language).exports;
  const notes = { ...words.columns, id: shared.id, title: shared.title };
  return {
    name: `${context.register.id}-${subject.record.id}-handover`,
    title: words.title(subject.name.text),
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: openSections.flatMap((section) =>
      open[section].map(({ id, what, on, owner }) => ({ section, id, title: what.text, on, owner })),
    ),
    notes: exportNotes(context),
  };
}
