import { fail, ok, problem } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, Figure, FigureRow, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import type { NoteSignature, Verifier } from '../../log/signed-note.ts';
import { verifierKey } from '../../log/signed-note.ts';
import { sizeOf } from '../../log/store.ts';
import { instantOf, originOf } from '../../nodes/model.ts';
import {
  findCheckpoint,
  findSelf,
  type KeptCheckpoint,
  listCheckpoints,
  listKeys,
} from '../../nodes/store.ts';
import { namesFor, readSides } from '../../requests/pages/parts.tsx';
import { checkpointPath } from '../receipts.ts';
import { countCheckpoints, listRequests } from '../store.ts';
import { oversightTexts } from '../text/texts.ts';
import {
  Commands,
  listVerifiers,
  maySeeNodes,
  OversightTabs,
  oversightCrumbs,
  oversightPaths,
  SignInFirst,
  signersOf,
  Time,
  tripoint,
} from './parts.tsx';
import { Receipts, recordReceipts, shownReceipts } from './receipt-list.tsx';

const pageSize = 25;
const mostExported = 10_000;

async function load(tx: Transaction, context: PageContext) {
  const self = await findSelf(tx);
  const verifiers = await listVerifiers(tx);
  const newest = self === null ? null : await findCheckpoint(tx, originOf(self.name));
  const sides = await readSides(tx, context);
  const asked = { register: context.register.id, sides: [...sides.keys()] };
  const requests = await listRequests(tx, asked, shownReceipts);
  return {
    self,
    verifiers,
    newest,
    size: await sizeOf(tx),
    // Of logs by what signs them, of all others by what they sign under them: what `tripoint-verify` is given.
    // This log's own come first: without them none of it can be checked.
    keys: (await listKeys(tx))
      .toSorted((one, other) => Number(other.node === self?.name) - Number(one.node === self?.name))
      .map(({ node, publicKey }) =>
        verifierKey({ name: originOf(node), publicKey }, node === self?.name ? 'log' : 'cosigner'),
      ),
    kept: await listCheckpoints(tx, pageSize, (pageOf(context.query) - 1) * pageSize),
    total: await countCheckpoints(tx),
    sides,
    requests,
    ...(await namesFor(tx, context, requests)),
  };
}

export type LoadedLog = Awaited<ReturnType<typeof load>>;
type Shown = { loaded: LoadedLog; context: PageContext };

/** What the log was at which size, who saw that, how outsiders check it, and receipts of the reader's own requests. */
export const logPage: Page = {
  path: oversightPaths.log,
  navigation: 'practice',
  render: async (context) => {
    const { log: words } = oversightTexts(context.language);
    const head = { title: words.title, lede: words.lede, crumbs: oversightCrumbs(context) };
    const tabs = <OversightTabs current="log" context={context} />;
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
    recordReceipts(context, loaded);
    return ok({
      ...head,
      ...(loaded.total === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          {tabs}
          <Newest loaded={loaded} context={context} />
          <Kept loaded={loaded} context={context} />
          <Verifying loaded={loaded} context={context} />
          <Receipts loaded={loaded} context={context} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    if (!maySeeNodes(context)) return fail(problem('nodes_not_allowed'));
    const { log: words, columns } = oversightTexts(context.language);
    const { kept, verifiers } = await context.read(async (tx) => ({
      kept: await listCheckpoints(tx, mostExported),
      verifiers: await listVerifiers(tx),
    }));
    const notes = {
      log: columns.log,
      size: columns.size,
      root: columns.root,
      kept: columns.kept,
      signers: columns.signers,
      note: columns.note,
    };
    return ok({
      name: `${context.register.id}-checkpoints`,
      title: words.earlier,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: kept.map(({ origin, size, root, at, note }) => ({
        log: origin,
        size,
        root: root.toString('base64'),
        kept: instantOf(at),
        signers: namesOf(note, verifiers).join(', '),
        note,
      })),
      notes: exportNotes(context),
    });
  },
};

function namesOf(note: string, verifiers: readonly Verifier[]): readonly string[] {
  return [...new Set(signersOf(note, verifiers).map(({ name }) => name))];
}

function Newest({ loaded, context }: Shown) {
  const { log: words, shared } = oversightTexts(context.language);
  const { newest, self, size, verifiers } = loaded;
  if (newest === null || self === null)
    return (
      <Section title={words.now} id="newest">
        {self === null ? (
          <EmptyState why={shared.noNode} what={shared.noNodeWhat} />
        ) : (
          <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
        )}
      </Section>
    );
  const signers = signersOf(newest.note, verifiers);
  const others = new Set(signers.flatMap(({ name, seenAt }) => (seenAt === null ? [] : [name])));
  return (
    <>
      <FigureRow>
        <Figure value={size} label={words.size} />
        <Figure value={newest.size} label={words.covered} />
        <Figure value={others.size} label={words.others} />
      </FigureRow>
      <Section
        title={words.newest}
        id="newest"
        tools={[{ text: words.take, href: context.href(checkpointPath(self.name, newest.size)) }]}
      >
        <pre>{newest.note}</pre>
        <DataTable<NoteSignature>
          caption={words.signed}
          captionShown
          rows={signers}
          columns={[
            { title: words.signer, cell: ({ name }) => name },
            {
              title: words.seen,
              cell: ({ seenAt }) =>
                seenAt === null ? words.keeper : <Time at={seenAt * 1000} context={context} />,
            },
          ]}
        />
        {others.size === 0 && <Note>{words.nobodyElse}</Note>}
      </Section>
    </>
  );
}

type Kept = KeptCheckpoint & { readonly at: number };

function Kept({ loaded, context }: Shown) {
  const { log: words } = oversightTexts(context.language);
  const { kept, total, self, verifiers } = loaded;
  if (total === 0) return null;
  return (
    <Section title={words.earlier} id="checkpoints">
      <Note>{words.earlierHint}</Note>
      <DataTable<Kept>
        caption={words.earlier}
        rows={kept}
        rowHref={({ origin, size }) => context.href(checkpointPath(origin.replace(/^tripoint\//, ''), size))}
        columns={[
          {
            title: words.ofLog,
            cell: ({ origin, size }) => `${origin}, ${size}`,
            below: ({ origin }) =>
              self !== null && origin === originOf(self.name) && <small>{words.ownLog}</small>,
          },
          { title: words.kept, cell: ({ at }) => <Time at={at} context={context} /> },
          { title: words.signers, cell: ({ note }) => namesOf(note, verifiers).join(', ') },
          { title: words.root, cell: ({ root }) => <code>{root.toString('base64')}</code> },
        ]}
      />
      <Pagination
        number={pageOf(context.query)}
        size={pageSize}
        total={total}
        hrefOf={(page) => context.href(oversightPaths.log, { page: String(page) })}
      />
    </Section>
  );
}

function Verifying({ loaded, context }: Shown) {
  const { log: words } = oversightTexts(context.language);
  const keys = loaded.keys.map(
    (key, index) => `  --key '${key}'${index < loaded.keys.length - 1 ? ' \\' : ''}`,
  );
  const more = keys.length > 0 ? ' \\' : '';
  return (
    <Section title={words.verify} id="verify">
      <Note>{words.verifyWhat}</Note>
      <p>{words.verifyLog}</p>
      <Commands
        lines={[
          tripoint('exchange log tripoint-log'),
          `node tripoint-verify.mjs log tripoint-log --earlier checkpoint.txt${more}`,
          ...keys,
        ]}
      />
      <p>{words.verifyReceipt}</p>
      <Commands lines={[`node tripoint-verify.mjs receipt receipt.json${more}`, ...keys]} />
    </Section>
  );
}
