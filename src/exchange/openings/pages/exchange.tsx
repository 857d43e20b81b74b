import { ok } from '#kernel/result.ts';
import type { Page, PageContext, Panel } from '#platform/module.ts';
import { FieldList, Section, Stack } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords } from '#platform/records/records.ts';
import { instruments, provisions } from '#union';
import { authorisationTexts } from '../../authorisations/text/texts.ts';
import { consentTexts } from '../../consents/text/texts.ts';
import { oversightPaths } from '../../oversight/pages/parts.tsx';
import { oversightTexts } from '../../oversight/text/texts.ts';
import { closedPaths } from '../../pages/closed.tsx';
import { requestsPath } from '../../requests/pages/parts.tsx';
import { requestTexts } from '../../requests/text/texts.ts';
import { isOpenToAll, partsOf } from '../rules/openings.ts';
import { isKnownToday, type LoadedOpenings, loadOpenings } from '../store.ts';
import { openingTexts } from '../text/texts.ts';
import { agreementsPath, exchangePath, mayPath, NothingKnown, openingsPath } from './parts.tsx';

/** What there is below the front page, each with a sentence. */
function Doors({ context }: { context: PageContext }) {
  const { doors } = openingTexts(context.language).exchange;
  const { tabs, page, uses } = authorisationTexts(context.language);
  const { page: requests } = requestTexts(context.language);
  const { peers, log, supervision } = oversightTexts(context.language);
  const lines = [
    { path: requestsPath, title: requests.title, what: requests.lede },
    { path: mayPath, ...doors.may },
    { path: agreementsPath, ...doors.agreements },
    { path: closedPaths.authorisations, title: tabs.authorisations, what: page.closedWhy },
    { path: closedPaths.uses, title: tabs.uses, what: uses.closedWhy },
    { path: closedPaths.consents, title: tabs.consents, what: consentTexts(context.language).page.closedWhy },
    { path: oversightPaths.peers, title: peers.title, what: peers.lede },
    { path: oversightPaths.log, title: log.title, what: log.lede },
    { path: oversightPaths.supervision, title: supervision.title, what: supervision.lede },
  ];
  return (
    <FieldList
      fields={lines.map(({ path, title, what }) => ({
        label: <a href={context.href(path)}>{title}</a>,
        value: what,
      }))}
    />
  );
}

/** The front page of what states may ask of one another. */
export const exchangePage: Page = {
  path: exchangePath,
  navigation: 'practice',
  render: async (context) => {
    const words = openingTexts(context.language).exchange;
    const [loaded, today] = await context.read(async (tx) => [
      await loadOpenings(tx, context),
      await isKnownToday(tx, context),
    ]);
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: [{ text: words.practice, href: context.href('/practice') }],
      body: (
        <Stack>
          <Section title={words.ask}>
            <Doors context={context} />
          </Section>
          {loaded.openings.size === 0 ? (
            <NothingKnown context={context} today={today} path={exchangePath} />
          ) : (
            <Instruments loaded={loaded} context={context} />
          )}
        </Stack>
      ),
    });
  },
};

function Instruments({ loaded, context }: { loaded: LoadedOpenings; context: PageContext }) {
  const words = openingTexts(context.language).exchange;
  const rows = [...loaded.openings].map(([instrument, held]) => {
    const { own } = partsOf(held);
    const pairs = own.flatMap((opening) => opening.pairs);
    return {
      instrument,
      provisions: held.openings.length + held.general.length + held.rules.length,
      adds: own.length > 0 ? null : (held.openings[0]?.provision.adds?.instrument ?? null),
      open: own.filter(isOpenToAll).length,
      missing: pairs.filter(({ state }) => state === 'agreement_missing').length,
    };
  });
  return (
    <Section title={words.instruments} id="instruments">
      <DataTable<(typeof rows)[number]>
        caption={words.instruments}
        rows={rows}
        rowHref={({ instrument }) => context.href(openingsPath(instrument))}
        columns={[
          {
            title: words.instrument,
            cell: ({ instrument }) => {
              const name = loaded.names.get(`${instruments.name}/${instrument}`);
              return name === undefined ? instrument : <Lang text={name.title} />;
            },
            below: ({ adds }) =>
              adds !== null && <small>{words.adds(loaded.nameOf('instruments', adds))}</small>,
          },
          { title: words.provisions, figure: true, cell: ({ provisions }) => provisions },
          {
            title: words.open,
            figure: true,
            cell: ({ adds, open }) => (adds === null ? open : null),
          },
          {
            title: words.missing,
            figure: true,
            cell: ({ adds, missing }) => (adds === null ? missing : null),
          },
        ]}
      />
    </Section>
  );
}

/** On the page of the practical cooperations: the way here. */
export const practicePanel: Panel = {
  page: '/practice',
  render: async (context) => {
    const { panel } = openingTexts(context.language);
    return (
      <Section
        title={panel.exchange}
        id="exchange"
        tools={[{ text: openingTexts(context.language).exchange.title, href: context.href(exchangePath) }]}
      >
        <Doors context={context} />
      </Section>
    );
  },
};

/** On the page of an instrument whose articles open something: how much, and the way to all of it. */
export const instrumentPanel: Panel = {
  page: '/law/:id',
  render: async (context) => {
    const { panel: words } = openingTexts(context.language);
    const id = context.params.id ?? '';
    const held = await context.read(async (tx) => {
      // Of most instruments there are none; only where there are, the whole register's law is read.
      const moment = { register: context.register.id, knownAt: context.knownAt };
      const found = await allRecords(tx, { ...moment, kinds: [provisions.name], says: [{ instrument: id }] });
      return found.length === 0 ? undefined : (await loadOpenings(tx, context, id)).openings.get(id);
    });
    if (held === undefined) return null;
    const { own } = partsOf(held);
    const open = own.filter(isOpenToAll).length;
    const missing = own
      .flatMap(({ pairs }) => pairs)
      .filter(({ state }) => state === 'agreement_missing').length;
    return (
      <Section title={words.title} id="openings">
        <p>
          {own.length > 0 ? words.count(open, own.length) : words.adds(held.openings.length)}{' '}
          {missing > 0 && words.missing(missing)}
        </p>
        <p>
          <a href={context.href(openingsPath(id))}>{words.who}</a>
        </p>
      </Section>
    );
  },
};
