import { ok } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { NamedList } from '#union';
import { fingerprintOf, keyAt, type NodeKey, publicKeyFrom } from '../../nodes/keys.ts';
import type { Side } from '../../nodes/model.ts';
import { findSelf, listKeys, type Self } from '../../nodes/store.ts';
import { namesFor } from '../../requests/pages/parts.tsx';
import { type KeptContract, type KeyEnd, listContracts, listKeyEnds } from '../store.ts';
import { oversightTexts } from '../text/texts.ts';
import { Ceremony } from './ceremony.tsx';
import { LawCopies, loadLawCopies } from './law-copies.tsx';
import {
  actsHere,
  Fingerprint,
  maySeeNodes,
  OversightTabs,
  oversightCrumbs,
  oversightPaths,
  SignInFirst,
  Time,
} from './parts.tsx';

async function load(tx: Transaction, context: PageContext) {
  const self = await findSelf(tx);
  return {
    self,
    keys: await listKeys(tx),
    ends: await listKeyEnds(tx),
    contracts: await listContracts(tx),
    copies: await loadLawCopies(tx, context),
    ...(await namesFor(tx, context, [])),
  };
}

type Loaded = Awaited<ReturnType<typeof load>>;
type Shown = { loaded: Loaded; context: PageContext };

/** Whom this node knows by which keys, how old its law is, and how operators come to know each other. */
export const peersPage: Page = {
  path: oversightPaths.peers,
  navigation: 'practice',
  render: async (context) => {
    const { peers: words } = oversightTexts(context.language);
    const head = { title: words.title, lede: words.lede, crumbs: oversightCrumbs(context) };
    const tabs = <OversightTabs current="peers" context={context} />;
    if (!maySeeNodes(context))
      return ok({
        ...head,
        body: (
          <Stack>
            {tabs}
            <SignInFirst context={context} />
          </Stack>
        ),
      });
    const loaded = await context.read((tx) => load(tx, context));
    const isActing = actsHere(context, loaded.self);
    return ok({
      ...head,
      body: (
        <Stack>
          {tabs}
          <Own loaded={loaded} context={context} />
          <Contracts loaded={loaded} context={context} isActing={isActing} />
          <Keys loaded={loaded} context={context} />
          <LawCopies copies={loaded.copies} self={loaded.self} isActing={isActing} context={context} />
          <Ceremony
            self={loaded.self}
            fingerprint={signing(loaded, context)?.fingerprint ?? null}
            context={context}
          />
        </Stack>
      ),
    });
  },
};

/** The own key that signs now. */
function signing({ self, keys }: Pick<Loaded, 'self' | 'keys'>, { clock }: PageContext): NodeKey | undefined {
  const now = clock.now().epochMilliseconds;
  return keys.findLast((key) => key.node === self?.name && keyAt([key], key.fingerprint, now) !== null);
}

function Duties({ of, context }: { of: Side['duties'] | Self['duties']; context: PageContext }) {
  const { shared: words } = oversightTexts(context.language);
  return <>{of.length === 0 ? words.noDuty : of.map((duty) => words.duties[duty]).join(', ')}</>;
}

function Parties({ of, loaded, context }: Shown & { of: readonly string[] | null }) {
  const { shared: words } = oversightTexts(context.language);
  if (of === null) return <>{words.allParties}</>;
  if (of.length === 0) return <>{words.noParty}</>;
  return <NamedList ids={of} names={loaded.names} context={context} />;
}

function Own({ loaded, context }: Shown) {
  const { peers: words, shared } = oversightTexts(context.language);
  const { self } = loaded;
  const key = signing(loaded, context);
  return (
    <Section title={words.own} id="own">
      {self === null ? (
        <EmptyState why={shared.noNode} what={shared.noNodeWhat} who={<code>npm start</code>} />
      ) : (
        <FieldList
          fields={[
            { label: words.name, value: self.name },
            {
              label: words.parties,
              value: <Parties of={self.parties} loaded={loaded} context={context} />,
            },
            { label: words.duties, value: <Duties of={self.duties} context={context} /> },
            { label: words.epoch, value: key === undefined ? words.noKey : key.epoch },
            {
              label: words.fingerprint,
              value: key === undefined ? shared.none : <Fingerprint of={key.fingerprint} />,
            },
          ]}
        />
      )}
      {key !== undefined && <Note>{words.fingerprintHint}</Note>}
    </Section>
  );
}

type ContractRow = KeptContract & {
  readonly other: Side;
  readonly own: Side;
  readonly state: 'in_force' | 'replaced' | 'ended';
};

/** The newest with a node says where it is, until it ends; those before it are replaced. */
function rowsOf({ contracts, self }: Loaded): readonly ContractRow[] {
  const seen = new Set<string>();
  return contracts.flatMap((kept): readonly ContractRow[] => {
    const own = kept.contract.between.find(({ node }) => node === self?.name);
    const other = kept.contract.between.find(({ node }) => node !== self?.name);
    if (own === undefined || other === undefined) return [];
    const state = kept.endedAt !== null ? 'ended' : seen.has(other.node) ? 'replaced' : 'in_force';
    seen.add(other.node);
    return [{ ...kept, own, other, state }];
  });
}

function KeyOf({ side }: { side: Side }) {
  const key = publicKeyFrom(side.key);
  return key === null ? null : <Fingerprint of={fingerprintOf(key)} />;
}

function Contracts({ loaded, context, isActing }: Shown & { isActing: boolean }) {
  const { peers: words } = oversightTexts(context.language);
  const rows = rowsOf(loaded);
  return (
    <Section title={words.contracts} id="contracts">
      {rows.length === 0 ? (
        <EmptyState
          why={words.contractsNone}
          what={words.contractsNoneWhat}
          who={<a href="#ceremony">{words.contractsNoneWho}</a>}
        />
      ) : (
        <DataTable<ContractRow>
          caption={words.contracts}
          rows={rows}
          columns={[
            {
              title: words.other,
              cell: ({ other }) => other.node,
              below: ({ other }) => (
                <small>
                  <Duties of={other.duties} context={context} />
                </small>
              ),
            },
            {
              title: words.parties,
              cell: ({ other }) => <Parties of={other.parties} loaded={loaded} context={context} />,
            },
            {
              title: words.reached,
              cell: ({ other }) => (isActing ? <code>{other.url}</code> : words.reachedHidden),
            },
            {
              title: words.since,
              cell: ({ contract }) => <Time at={Date.parse(contract.from)} context={context} />,
              below: ({ state, endedAt }) => (
                <div>
                  <ContractState state={state} endedAt={endedAt} context={context} />
                </div>
              ),
            },
            { title: words.theirs, cell: ({ other }) => <KeyOf side={other} /> },
            { title: words.ours, cell: ({ own }) => <KeyOf side={own} /> },
          ]}
        />
      )}
    </Section>
  );
}

function ContractState({
  state,
  endedAt,
  context,
}: Pick<ContractRow, 'state' | 'endedAt'> & { context: PageContext }) {
  const { peers: words } = oversightTexts(context.language);
  if (state === 'in_force') return <StatusMark tone="good" text={words.inForce} />;
  if (endedAt === null) return <StatusMark tone="none" text={words.replaced} />;
  return (
    <>
      <StatusMark tone="none" text={words.ended} /> <Time at={endedAt} context={context} />
    </>
  );
}

function Keys({ loaded, context }: Shown) {
  const { peers: words, shared } = oversightTexts(context.language);
  const { keys, ends } = loaded;
  const now = context.clock.now().epochMilliseconds;
  return (
    <Section title={words.keys} id="keys">
      {keys.length === 0 ? (
        <EmptyState why={words.keysNone} what={shared.noNodeWhat} />
      ) : (
        <>
          <DataTable<NodeKey>
            caption={words.keys}
            rows={keys}
            columns={[
              { title: shared.node, cell: ({ node }) => node },
              { title: words.epoch, figure: true, cell: ({ epoch }) => epoch },
              { title: words.fingerprint, cell: ({ fingerprint }) => <Fingerprint of={fingerprint} /> },
              { title: words.validity, cell: ({ from }) => <Time at={from} context={context} /> },
              {
                title: words.end,
                cell: ({ until }) => (until === null ? shared.always : <Time at={until} context={context} />),
              },
              {
                title: words.state,
                cell: (key) => (
                  <KeyState of={key} end={ends.get(key.fingerprint)} now={now} context={context} />
                ),
              },
            ]}
          />
          <Note>{words.keysHint}</Note>
        </>
      )}
    </Section>
  );
}

function KeyState(props: { of: NodeKey; end: KeyEnd | undefined; now: number; context: PageContext }) {
  const { of: key, end, now, context } = props;
  const { keyStates: words } = oversightTexts(context.language).peers;
  // A key that was followed signs on until the last request that it may have signed is too old to be taken.
  const ended = end !== undefined && end.at <= now;
  if (ended) return <StatusMark tone={end.reason === 'revoked' ? 'bad' : 'none'} text={words[end.reason]} />;
  return key.from > now ? (
    <StatusMark tone="none" text={words.future} />
  ) : (
    <StatusMark tone="good" text={words.signs} />
  );
}
