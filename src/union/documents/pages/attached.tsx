import { actionContextOf, type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { Section } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { languageNames } from '#platform/text/texts.ts';
import { readableDocuments } from '../actions/readable.ts';
import { attachments, versionsOf } from '../model.ts';
import { currentVersions } from '../rules/versions.ts';
import { listDocuments } from '../store.ts';
import { documentTexts } from '../text/texts.ts';

/** The documents that hang on a record, those that the reader may see. */
export async function listAttached(
  tx: Transaction,
  context: PageContext,
  kind: string,
  id: string,
): Promise<readonly StoredRecord[]> {
  const known = { register: context.register.id, knownAt: context.knownAt };
  return readableDocuments(tx, actionContextOf(context), await listDocuments(tx, known, { kind, id }));
}

/** For the page of any record: its documents, and nothing where there are none. */
export function Attached({
  documents,
  context,
}: {
  documents: readonly StoredRecord[];
  context: PageContext;
}) {
  if (documents.length === 0) return null;
  return (
    <Section
      title={documentTexts(context.language).page.title}
      id="documents"
      tools={[{ text: documentTexts(context.language).page.all, href: context.href('/documents') }]}
    >
      <ul class="plain">
        {documents.map((one) => (
          <li>
            <Link document={one} context={context} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Link({ document: { id, body }, context }: { document: StoredRecord; context: PageContext }) {
  return (
    <>
      <a href={context.href(attachments.href(id))}>
        <Lang text={attachments.title(body)} />
      </a>{' '}
      <small>
        {currentVersions(versionsOf(body))
          .map(({ language }) => languageNames[language])
          .join(', ')}
      </small>
    </>
  );
}

/** What hangs on records that have no page of their own, by their ids, with the way to attach more where the reader may. */
export type Hanging = ReadonlyMap<
  string,
  { readonly documents: readonly StoredRecord[]; readonly offers: readonly Offer[] }
>;

/** For records of one kind that the reader is shown. */
export async function listHanging(
  tx: Transaction,
  context: PageContext,
  kind: string,
  ids: readonly string[],
): Promise<Hanging> {
  const hanging = new Map<string, { documents: readonly StoredRecord[]; offers: readonly Offer[] }>();
  for (const id of ids)
    hanging.set(id, {
      documents: await listAttached(tx, context, kind, id),
      offers: await offersToMake(tx, context, ['documents/attach'], { kind, record: id }),
    });
  return hanging;
}

/** Beside a record that stands on another's page: its documents, and the way to attach one. */
export function HangsHere(props: { id: string; hanging: Hanging; context: PageContext }) {
  const { id, hanging, context } = props;
  const { documents = [], offers = [] } = hanging.get(id) ?? {};
  return (
    <>
      {documents.map((one) => (
        <>
          {' '}
          <Link document={one} context={context} />
        </>
      ))}
      {offers.map(({ title, href }) => (
        <small>
          {' '}
          <a href={href}>{title}</a>
        </small>
      ))}
    </>
  );
}
