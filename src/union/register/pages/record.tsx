import { Contradictions, listDiscrepancies, sectionsOf } from '#evidence';
import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import type { Page } from '#platform/module.ts';
import { Section, Sources, Stack, Timeline } from '#platform/page/components.tsx';
import { Recorded } from '#platform/page/history.tsx';
import { findRecord, listVersions } from '#platform/records/records.ts';
import { loadNames } from '../../bodies/store.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { listReferences } from '../../files/references.ts';
import { unionTexts } from '../../text/texts.ts';
import { RecordFields } from './fields.tsx';

/** Any record: everything that its source says of it, what the layout does not know included, and its versions. */
export const recordPage: Page = {
  path: '/record/:kind/:id',
  navigation: null,
  render: async (context) => {
    const { kind: kindName = '', id = '' } = context.params;
    const words = unionTexts(context.language);
    const kind = context.modules
      .flatMap((module) => module.kinds)
      .find((one) => one.name === kindName && one.visibility === 'public');
    const unknown = fail(problem('record_not_found', '', { id: `${kindName}/${id}` }));
    if (kind === undefined) return unknown;
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const found = await context.read(async (tx) => {
      const record = await findRecord(tx, { ...moment, kind: kindName, id });
      if (record === undefined) return null;
      return {
        record,
        names: await loadNames(tx, moment, record.body, [
          ...new Set(listReferences(kind, record.body).flatMap(({ to }) => to)),
        ]),
        documents: await listAttached(tx, context, kindName, id),
        offers: await listOffers(tx, context, kindName, id),
        versions: await listVersions(tx, { register: moment.register, kind: kindName, id }),
        contradictions:
          kindName === 'discrepancies'
            ? []
            : await listDiscrepancies(tx, moment, [record.id], sectionsOf(record.body)),
      };
    });
    if (found === null) return unknown;
    const { record, names, versions, contradictions } = found;
    return ok({
      title: localize(kind.title(record.body), context.language, ['en']),
      lede: (
        <>
          {kind.label[context.language].one} {id}{' '}
          <Sources register={context.register} sections={sectionsOf(record.body)} />
        </>
      ),
      crumbs: [{ text: kind.label[context.language].many, href: context.href('/find', { kind: kindName }) }],
      body: (
        <Stack>
          {contradictions.length > 0 && <Contradictions items={contradictions} context={context} />}
          <Section title={kind.label[context.language].one} id="fields">
            <RecordFields kind={kind} body={record.body} names={names} context={context} />
          </Section>
          <Section
            title={words.record.versions}
            id="versions"
            tools={[
              { text: words.journal.title, href: context.href('/journal', { subject: `${kindName}/${id}` }) },
            ]}
          >
            <Timeline
              moments={versions.toReversed().map((version) => ({
                when: formatDate(version.knownFrom, context.language),
                what: words.record.version(version.knownFrom),
                detail: <Recorded at={version.recordedAt} />,
                tone: version.recordedAt === record.recordedAt ? ('good' as const) : ('none' as const),
              }))}
            />
          </Section>
          <Attached documents={found.documents} context={context} />
          <Offered offers={found.offers} context={context} />
        </Stack>
      ),
    });
  },
};
