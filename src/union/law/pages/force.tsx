import { formatDate, type PartialDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Section, StatusMark, type Tone } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import type { StateAt } from '#platform/records/transitions.ts';
import { Named, NamedList, type Names, plainName } from '../../names.tsx';
import { type BindingWay, type ConsentState, consentStates, instruments, provisions } from '../model.ts';
import type { InForce, Subject } from '../rules/in-force.ts';
import { lawTexts } from '../text/texts.ts';

const forceTones: Readonly<Record<InForce['answer'], Tone>> = { yes: 'good', no: 'bad', unknown: 'none' };
const consentTones: Readonly<Record<ConsentState, Tone>> = { none: 'none', signed: 'part', ratified: 'good' };

/** Whether it binds each of its parties on the date, and why not; the same answer that whoever exchanges data gets. */
export function Force(props: {
  readonly record: StoredRecord;
  readonly states: readonly StateAt[];
  readonly forces: ReadonlyMap<string, InForce>;
  readonly names: Names;
  readonly context: PageContext;
}) {
  const { record, states, forces, names, context } = props;
  const { body } = record;
  const { page: words, bindingWays } = lawTexts(context.language);
  const named = { names, context, kinds: [instruments] };
  const rows = [...forces].map(([party, force]) => ({ party, force }));
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const [way, by, reason] = [text(body.bound_by), text(body.superseded_by), text(body.end_reason)];
  const rests = ((body.based_on ?? []) as readonly unknown[]).map(String);
  return (
    <Section title={words.force} id="force">
      {rows.length === 0 ? (
        <EmptyState why={words.forceNone} who={words.forceNoneWho} />
      ) : (
        <DataTable<(typeof rows)[number]>
          caption={words.force}
          rows={rows}
          columns={[
            { title: words.party, cell: ({ party }) => <Named id={party} names={names} context={context} /> },
            {
              title: words.consent,
              cell: ({ party }) => (
                <Consent state={states.find(({ axis }) => axis === `consent/${party}`)} context={context} />
              ),
            },
            {
              title: words.inForce,
              cell: ({ force }) => (
                <ForceMark force={force} own={record.id} names={names} context={context} />
              ),
            },
          ]}
        />
      )}
      <FieldList
        fields={[
          ...(way === null ? [] : [{ label: words.bindsBy, value: bindingWays[way as BindingWay] ?? way }]),
          ...(rests.length === 0
            ? []
            : [{ label: words.restsOn, value: <NamedList ids={rests} {...named} /> }]),
          ...(by === null ? [] : [{ label: words.supersededBy, value: <Named id={by} {...named} /> }]),
          ...(reason === null ? [] : [{ label: words.endReason, value: reason }]),
        ]}
      />
    </Section>
  );
}

function Consent({ state, context }: { state: StateAt | undefined; context: PageContext }) {
  const { consents } = lawTexts(context.language);
  const known = consentStates.find((one) => one === state?.state);
  if (state === undefined || known === undefined) return <MissingMark reason="not_stated" />;
  return (
    <>
      <StatusMark tone={consentTones[known]} text={consents[known]} />
      {'since' in state && state.since !== null && <small>{formatDate(state.since, context.language)}</small>}
    </>
  );
}

/** `own` is what the page is about: a reason that lies in something else names it. */
function ForceMark({
  force,
  own,
  names,
  context,
}: {
  force: InForce;
  own: string;
  names: Names;
  context: PageContext;
}) {
  const { answers, reasons, page: words } = lawTexts(context.language);
  const titleOf = ({ kind, id }: Subject) =>
    kind === 'provisions' ? id : plainName(id, names, context.language, [instruments]);
  const said =
    force.answer === 'yes'
      ? []
      : force.reasons.map(({ code, subject }) =>
          subject.id === own ? reasons[code] : words.because(reasons[code], titleOf(subject)),
        );
  return (
    <>
      <StatusMark tone={forceTones[force.answer]} text={answers[force.answer]} />
      {said.length > 0 && <small>{[...new Set(said)].join('; ')}</small>}
    </>
  );
}

/** What its articles let somebody do, each with whether that holds on the date between all its parties. */
export function Provisions(props: {
  readonly rows: readonly { readonly record: StoredRecord; readonly force: InForce }[];
  readonly names: Names;
  readonly context: PageContext;
}) {
  const { rows, names, context } = props;
  if (rows.length === 0) return null;
  const { page: words, fields } = lawTexts(context.language);
  const day = (value: unknown) =>
    typeof value === 'string' ? formatDate(value as PartialDate, context.language) : '…';
  return (
    <Section title={words.provisions} id="provisions">
      <DataTable<(typeof rows)[number]>
        caption={words.provisions}
        rows={rows}
        rowHref={({ record }) => context.href(provisions.href(record.id))}
        columns={[
          { title: words.operation, cell: ({ record }) => <Lang text={provisions.title(record.body)} /> },
          {
            title: fields.article,
            cell: ({ record: { body } }) => (typeof body.article === 'string' ? body.article : null),
          },
          {
            title: words.edition,
            cell: ({ record: { body } }) =>
              typeof body.conditions_edition === 'number'
                ? String(body.conditions_edition)
                : words.conditionsNone,
          },
          {
            title: words.holds,
            cell: ({ record, force }) => (
              <>
                <ForceMark force={force} own={record.id} names={names} context={context} />
                {(record.body.from !== undefined || record.body.until !== undefined) && (
                  <small>
                    {day(record.body.from)} – {day(record.body.until)}
                  </small>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Titles of what reasons speak of are looked up with the names of the page. */
export function subjectsOf(forces: Iterable<InForce>): readonly string[] {
  return [...forces].flatMap((force) =>
    force.answer === 'yes' ? [] : force.reasons.map(({ subject }) => subject.id),
  );
}
