import { addDays, formatDate } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { grantsOn } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Basis, EmptyState, FieldList, Note, Section, Stack } from '#platform/page/components.tsx';
import { Named, type Names } from '#union';
import { authorisationTexts } from '../../authorisations/text/texts.ts';
import { openingTexts } from '../../openings/text/texts.ts';
import { retentionOf } from '../../rules/retention.ts';
import { type NameOf, reasonText } from '../../text/reasons.ts';
import { exchangeWord, operationText } from '../../text/words/words.ts';
import { askingHref } from '../actions.ts';
import {
  type Asked,
  type Content,
  findAsked,
  findBasis,
  findContent,
  findOutgoing,
  findSaid,
  listReadings,
  type Reading,
  type Said,
} from '../store.ts';
import { requestTexts } from '../text/texts.ts';
import {
  basisText,
  erasedText,
  failureText,
  grantFor,
  namesFor,
  OutcomeMark,
  readSides,
  requestsPath,
  timeText,
} from './parts.tsx';
import { leavesOf, saidFields } from './said.tsx';

const readEvent = 'exchange_requests.read';
/** The last readers that the banner names. */
const namedReaders = 10;

async function load(context: PageContext) {
  const id = context.params.id ?? '';
  const { register } = context;
  return context.read(async (tx) => {
    const sides = await readSides(tx, context);
    const asked = await findAsked(tx, register.id, [...sides.keys()], id);
    if (asked === null) return { asked, waiting: await isWaiting(context, tx, id) };
    const looked = await listReadings(tx, register.id, asked, namedReaders);
    return {
      asked,
      said: await findSaid(tx, asked),
      grant: grantFor(sides, asked),
      content: asked.outcome === 'content' ? await findContent(tx, asked) : null,
      looked,
      basis: await findBasis(tx, asked.entry),
      ...(await namesFor(tx, context, [asked])),
    };
  });
}

/** Whether a question of the reader's party has not left yet. */
async function isWaiting(context: PageContext, tx: Parameters<typeof findOutgoing>[0], id: string) {
  const found = await findOutgoing(tx, context.register.id, id);
  const { actor, today } = actionContextOf(context);
  return grantsOn(actor, context.register.id, today).some(({ party }) => party === found?.party);
}

/** One question: what was asked by which article, how it ended and why, and who looked at it. */
export const requestPage: Page = {
  path: `${requestsPath}/:id`,
  navigation: 'practice',
  render: async (context) => {
    const { page: words, one } = requestTexts(context.language);
    const loaded = await load(context);
    const crumbs = [
      { text: openingTexts(context.language).exchange.title, href: context.href('/practice/exchange') },
      { text: words.title, href: context.href(requestsPath) },
    ];
    if (loaded.asked === null)
      return ok({
        title: one.request,
        crumbs,
        body: loaded.waiting ? (
          <EmptyState why={one.waiting} what={one.waitingWhat} />
        ) : (
          <EmptyState
            why={words.closedWhy}
            what={words.closedWhat}
            who={authorisationTexts(context.language).page.closedWho}
          />
        ),
      });
    const { asked, said, grant, content, looked, names, nameOf, law, basis } = loaded;
    context.record({
      event: readEvent,
      subject: `exchange_requests/${asked.id}`,
      party: grant?.party ?? null,
      instrument: asked.instrument,
      purpose: grant?.basis ?? null,
      payload: { request: asked.id, content: content?.kept === true },
    });
    return ok({
      title: operationText(asked.operation, context.language),
      crumbs,
      body: (
        <Stack>
          <Basis>
            {basisText(asked, nameOf, context)}
            {'. '}
            {one.purpose({
              purpose:
                asked.purpose === null
                  ? words.notStated
                  : exchangeWord('purposes', asked.purpose, context.language),
            })}{' '}
            {keepingText(asked, retentionOf(law, asked.provision ?? '', basis), context)} {one.looked}:{' '}
            {looked.length === 0
              ? one.lookedNone
              : looked.map((reading) => readingText(reading, nameOf, context)).join('; ')}
          </Basis>
          <Section title={one.answer} id="answer">
            <p>
              <OutcomeMark asked={asked} context={context} />
            </p>
            <Ending asked={asked} content={content} nameOf={nameOf} context={context} />
            {asked.erased !== null && <Note>{one.erasedWhat}</Note>}
          </Section>
          <What asked={asked} said={said} names={names} context={context} />
        </Stack>
      ),
    });
  },
};

/** Until when it is kept, or that it is not any more. */
function keepingText({ erased, decidedOn }: Asked, days: number | null, context: PageContext): string {
  const { one } = requestTexts(context.language);
  if (erased !== null) return one.retentionEnded(erasedText(erased, context));
  if (days === null) return one.noRetention;
  return one.retention({ days, day: formatDate(addDays(decidedOn, days), context.language) });
}

/** Who looked, by name where this node knows it, when, and whether it stood on the same page as others. */
function readingText({ name, party, at, inList }: Reading, nameOf: NameOf, context: PageContext): string {
  const { one } = requestTexts(context.language);
  const who = name ?? (party === null ? one.readerUnknown : one.reader({ party: nameOf('parties', party) }));
  const when = timeText(at, context);
  return inList ? one.lookedInList({ who, when }) : `${who} ${when}`;
}

type Shown = { asked: Asked; context: PageContext };

function Ending(props: Shown & { content: Content | null; nameOf: NameOf }) {
  const { asked, content, nameOf, context } = props;
  const { one } = requestTexts(context.language);
  switch (asked.outcome) {
    case 'content':
      if (content?.kept === true) return <Held content={content.content} />;
      return asked.erased === null && <Note>{one.erased}</Note>;
    case 'empty':
      return <p>{one.empty}</p>;
    case 'late':
      return <p>{one.late}</p>;
    case 'waiting':
      return <EmptyState why={one.waiting} what={one.waitingWhat} />;
    case 'failed':
      return <p>{failureText(asked.failure ?? '', context)}</p>;
    case 'denied':
      return (
        <>
          <p>{asked.allowed ? one.deniedThere : one.deniedHere}</p>
          {asked.erased === null && (
            <>
              <h3>{one.reasons}</h3>
              <ul class="reasons">
                {asked.reasons.map((reason) => (
                  <li>{reasonText(reason, context.language, nameOf)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      );
  }
}

/** What the other gave, in its own words: fields of fields are written as their path. */
function Held({ content }: { content: unknown }) {
  return (
    <FieldList
      fields={leavesOf(content, '').map(([path, value]) => ({
        label: <span lang="en">{path}</span>,
        value: <span lang="en">{value}</span>,
      }))}
    />
  );
}

function What({ asked, said, names, context }: Shown & { said: Said | null; names: Names }) {
  const { page: words, one, directions } = requestTexts(context.language);
  const party = (id: string) => <Named id={id} names={names} context={context} />;
  return (
    <>
      <Section
        title={one.request}
        id="request"
        tools={
          asked.asking === null ? [] : [{ text: one.group, href: context.href(askingHref(asked.asking)) }]
        }
      >
        <FieldList
          fields={[
            { label: words.direction, value: directions[asked.direction] },
            { label: words.from, value: party(asked.from) },
            { label: words.to, value: party(asked.to) },
            ...saidFields(asked, said, context),
            { label: words.decided, value: timeText(asked.decidedAt, context) },
            { label: words.ended, value: asked.endedAt === null ? '–' : timeText(asked.endedAt, context) },
            { label: words.by, value: asked.by ?? '–' },
          ]}
        />
      </Section>
      <Section title={one.log} id="log">
        <FieldList
          fields={[
            { label: one.entry, value: <code>{asked.entry}</code> },
            { label: one.place, value: asked.place ?? one.noPlace },
            { label: one.feed, value: one.feedItem({ item: asked.feed }) },
          ]}
        />
      </Section>
    </>
  );
}
