import { formatDate } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Basis, EmptyState, FieldList, Section, Stack, Timeline } from '#platform/page/components.tsx';
import { instruments, loadNames, Named, NamedList } from '#union';
import { crumbsTo, momentsOf, recordReading, writtenDate } from '../../pages/closed.tsx';
import type { LivedStep } from '../../situation/store.ts';
import { authorisations } from '../model.ts';
import { authorisationTexts } from '../text/texts.ts';
import { readUses, UsesTable } from './improper-uses.tsx';
import { authorisationTones, ReviewMark, readRows, StateMark } from './parts.tsx';

async function load(context: PageContext) {
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const [row] = await readRows(tx, context, { ids: [id] });
    if (row === undefined) return null;
    const moment = { register: context.register.id, knownAt: context.knownAt };
    return {
      row,
      uses: await readUses(tx, context, { says: [{ authorisation: id }] }),
      names: await loadNames(tx, moment, [row.body, row.steps.map(({ by }) => by)], [instruments]),
      offers: await listOffers(tx, context, authorisations.name, id),
    };
  });
}

/** A review is no step of its life, and belongs to its history. */
function withReviews(steps: readonly LivedStep[], reviews: unknown, by: string): readonly LivedStep[] {
  const looked = (
    (reviews ?? []) as readonly { readonly on: LivedStep['effectiveOn']; readonly note?: string }[]
  ).map(({ on, note }): LivedStep => {
    const details = note === undefined ? {} : { reason: note };
    return { to: 'listed', effectiveOn: on, act: 'review', by, details };
  });
  return [...steps, ...looked];
}

/** One authorisation. What is not there and what is not for the reader look alike. */
export const authorisationPage: Page = {
  path: '/practice/exchange/authorisations/:id',
  navigation: 'practice',
  render: async (context) => {
    const { page: words } = authorisationTexts(context.language);
    const loaded = await load(context);
    const crumbs = crumbsTo(context, 'authorisations');
    if (loaded === null)
      return ok({
        title: authorisations.label[context.language].one,
        crumbs,
        body: <EmptyState why={words.closedWhy} what={words.closedWhat} who={words.closedWho} />,
      });
    const { row, uses, names, offers } = loaded;
    const { body, standing, steps, lastUse } = row;
    recordReading(context, authorisations.name, [[row.id, row.grant]]);
    const { language } = context;
    const named = (id: unknown) => <Named id={String(id)} names={names} context={context} />;
    const text = (value: unknown) => (typeof value === 'string' ? value : words.anywhere);
    const dated = (key: string) => writtenDate(body[key], language) ?? '–';
    return ok({
      title: `${String(body.officer)}, ${String(body.data_set)}`,
      crumbs,
      body: (
        <Stack>
          <Basis>{words.open}</Basis>
          <Offered offers={offers} context={context} />
          <Section title={words.said} id="said">
            <FieldList
              fields={[
                { label: words.state, value: <StateMark standing={standing} context={context} /> },
                ...(standing.suspendedBy.length === 0
                  ? []
                  : [
                      {
                        label: words.suspendedBy,
                        value: <NamedList ids={standing.suspendedBy} names={names} context={context} />,
                      },
                    ]),
                { label: words.officer, value: String(body.officer) },
                { label: words.party, value: named(body.party) },
                { label: words.supplier, value: named(body.supplier) },
                { label: words.dataSet, value: String(body.data_set) },
                { label: words.service, value: text(body.service) },
                { label: words.place, value: text(body.place) },
                {
                  label: words.basis,
                  value: (
                    <Named id={String(body.basis)} names={names} context={context} kinds={[instruments]} />
                  ),
                },
                { label: words.from, value: dated('from') },
                { label: words.until, value: dated('until') },
                { label: words.trained, value: dated('trained_on') },
                { label: words.screened, value: dated('screened_on') },
                { label: words.review, value: <ReviewMark standing={standing} context={context} /> },
                { label: words.lastUse, value: writtenDate(lastUse, language) ?? words.neverUsed },
                ...(standing.dormantOn === null
                  ? []
                  : [{ label: words.dormant, value: formatDate(standing.dormantOn, language) }]),
              ]}
            />
          </Section>
          <Section title={words.history} id="history">
            <Timeline
              moments={momentsOf(
                withReviews(steps, body.reviews, String(body.supplier)),
                words.acts,
                authorisationTones,
                { names, context },
              )}
            />
          </Section>
          <Section title={words.uses} id="uses">
            {uses.length === 0 ? (
              <EmptyState why={words.usesNone} />
            ) : (
              <UsesTable rows={uses} names={names} context={context} />
            )}
          </Section>
        </Stack>
      ),
    });
  },
};
