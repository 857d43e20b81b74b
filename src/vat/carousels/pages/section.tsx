import { exchangeWord, failureText, reasonText } from '#exchange';
import type { Offer } from '#platform/actions/offers.ts';
import { dayAt } from '#platform/clock.ts';
import type { PageContext } from '#platform/module.ts';
import {
  BarRow,
  EmptyState,
  FieldList,
  Note,
  Section,
  StatusMark,
  type Tone,
} from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { instruments, Named, type Names, plainName } from '#union';
import { revealedAtMost } from '../../bridges/model.ts';
import { bridgeTexts } from '../../bridges/text/texts.ts';
import { personOf } from '../../cases/actions/two-people.ts';
import { dayText, eurosOf } from '../../cases/pages/parts.tsx';
import { caseTexts } from '../../cases/text/texts.ts';
import { prefixOf } from '../../vat-number.ts';
import { isUnderWay, type KeptCarousel, type Search, type SearchState, type Untold } from '../model.ts';
import type { NumberOf } from '../numbers.ts';
import { carouselTexts } from '../text/texts.ts';
import { monthsText, Ring, statesIn, Who } from './ring.tsx';

export type CarouselsProps = {
  readonly searches: readonly Search[];
  readonly found: ReadonlyMap<string, readonly KeptCarousel[]>;
  readonly numberOf: NumberOf;
  /** What the reader may do now, by search. */
  readonly acts: ReadonlyMap<string, readonly Offer[]>;
  /** Whether any instrument of the register opens bridges. */
  readonly isOpened: boolean;
  /** The case on which requests are drafted; null: the reader may not, or it is closed. */
  readonly draftFor: string | null;
  /** Of the page of the case. */
  readonly href: string;
  readonly names: Names;
  readonly context: PageContext;
};

const tones: Readonly<Record<SearchState, Tone>> = {
  drafted: 'none',
  withdrawn: 'none',
  waiting: 'none',
  running: 'part',
  stopped: 'none',
  done: 'good',
  failed: 'bad',
};
/** Of more the list is enough. */
const pictured = 5;

/** What was looked for and found over bridges of other states in a case. */
export function Carousels(props: CarouselsProps) {
  const { searches, isOpened, context } = props;
  const words = carouselTexts(context.language);
  const isLive = searches.some(isUnderWay);
  return (
    <Section title={words.title} id="carousels">
      <p>{words.what}</p>
      {!isOpened && <EmptyState why={words.notOpenWhy} what={words.notOpenWhat} who={words.notOpenWho} />}
      {searches.length === 0 && isOpened && (
        <EmptyState why={words.noneWhy} what={words.noneWhat} who={words.noneWho} />
      )}
      {isLive && (
        // It does not load itself again: each time would be in the journal as a reading of the case.
        <Note>
          {words.live} <a href={`${props.href}#carousels`}>{words.reload}</a>
        </Note>
      )}
      {searches.map((search) => (
        <OneSearch {...props} search={search} />
      ))}
    </Section>
  );
}

function OneSearch({ search, found, ...props }: CarouselsProps & { search: Search }) {
  const { names, context } = props;
  const words = carouselTexts(context.language);
  const carousels = found.get(search.id) ?? [];
  const { counts, problems, untold } = search;
  const expired = (counts?.kept ?? 0) - carousels.length;
  const hasLeft = search.state !== 'drafted' && search.state !== 'withdrawn';
  const since = hasLeft ? (search.releasedAt ?? search.draftedAt) : search.draftedAt;
  const day = dayText(dayAt(since), context.language);
  return (
    <>
      <h3>{hasLeft ? words.asked({ day }) : words.drafted({ day })}</h3>
      <FieldList
        fields={[
          {
            label: words.standing,
            value: <StatusMark tone={tones[search.state]} text={words.states[search.state]} />,
          },
          {
            label: words.askedStates,
            value: search.states.map((id, place) => (
              <>
                {place > 0 && ', '}
                <Named id={id} names={names} context={context} />
              </>
            )),
          },
          { label: words.period, value: monthsText(search.from, search.until) },
          {
            label: words.instrument,
            value: <Named id={search.instrument} names={names} context={context} kinds={[instruments]} />,
          },
          { label: words.purpose, value: exchangeWord('purposes', search.purpose, context.language) },
          ...(counts === null
            ? []
            : [
                {
                  label: words.told,
                  value: words.toldWhat({
                    ...{ rows: counts.rows, bridges: counts.bridges, pairs: counts.pairs },
                  }),
                },
                { label: words.alone, value: counts.alone },
                { label: words.joined, value: counts.joined },
              ]),
        ]}
      />
      {search.state === 'drafted' && (
        <Note>
          {search.draftedBy === personOf(context)
            ? caseTexts(context.language).requests.own
            : words.draftedByOther}
        </Note>
      )}
      {search.state === 'stopped' && <Note>{words.stopped}</Note>}
      <Acts offers={props.acts.get(search.id) ?? []} />
      <Progress search={search} names={names} context={context} />
      {untold.length > 0 && (
        <Note>
          {words.untold}
          <ul class="reasons">
            {untold.map((one) => (
              <li>{untoldText(one, props)}</li>
            ))}
          </ul>
        </Note>
      )}
      {problems.map((one) => (
        <Note>{problemText(one, context)}</Note>
      ))}
      {counts?.truncated === true && <Note>{words.truncated}</Note>}
      {counts !== null && counts.kept < counts.joined && (
        <Note>{words.kept({ kept: counts.kept, joined: counts.joined })}</Note>
      )}
      {expired > 0 && <Note>{words.expired({ count: expired })}</Note>}
      {counts?.joined === 0 && <p>{words.nothing}</p>}
      {carousels.length > 0 && <Found {...props} search={search} carousels={carousels} />}
    </>
  );
}

function Acts({ offers }: { offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  return (
    <p class="chips">
      {offers.map(({ title, href }) => (
        <a class="chip" href={href}>
          {title}
        </a>
      ))}
    </p>
  );
}

function Progress({ search, names, context }: { search: Search; names: Names; context: PageContext }) {
  const words = carouselTexts(context.language);
  const { state, askingState, askingOperation, done, total } = search;
  if (state !== 'running' || askingState === null) return null;
  const saying = (words.operations as Readonly<Record<string, (params: { state: string }) => string>>)[
    askingOperation ?? ''
  ];
  return (
    <BarRow
      label={saying?.({ state: plainName(askingState, names, context.language) }) ?? askingState}
      share={total === 0 ? null : done / total}
      text={words.of({ done, total })}
    />
  );
}

type FoundProps = Omit<CarouselsProps, 'searches' | 'found'> & {
  search: Search;
  carousels: readonly KeptCarousel[];
};

function Found({ search, carousels, ...props }: FoundProps) {
  const { context } = props;
  const words = carouselTexts(context.language);
  const numberOf = (token: string) => props.numberOf(search, token);
  return (
    <>
      <DataTable<KeptCarousel>
        caption={words.list}
        rows={carousels}
        columns={[
          {
            title: words.columns.ring,
            cell: ({ traders }) => (
              <ol class="plain">
                {traders.map((token) => (
                  <li>
                    <Who token={token} number={numberOf(token)} />
                  </li>
                ))}
              </ol>
            ),
          },
          {
            title: words.columns.hops,
            figure: true,
            cell: ({ hops }) => hops.filter((one) => one !== null).join(', '),
          },
          { title: words.columns.months, cell: ({ months }) => spanOf(months) },
          { title: words.columns.ceiling, figure: true, cell: ({ cents }) => eurosOf(cents, context) },
          { title: words.columns.states, cell: (one) => statesIn(one).join(', ') },
          {
            title: words.columns.usable,
            cell: ({ until }) => dayText(until, context.language),
          },
        ]}
      />
      <Reveals search={search} carousels={carousels} {...props} />
      {carousels.slice(0, pictured).map((carousel) => (
        <Ring carousel={carousel} numberOf={numberOf} context={context} />
      ))}
      {carousels.length > pictured && <Note>{words.pictured({ count: pictured })}</Note>}
    </>
  );
}

function spanOf(months: KeptCarousel['months']): string {
  const [first = ''] = months.map(({ from }) => from).sort();
  return monthsText(
    first,
    months
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? '',
  );
}

/** To each state the way to a request that names instrument and purpose, and takes two people: a name leaves by no other. */
function Reveals({ search, carousels, numberOf, draftFor, names, context }: FoundProps) {
  if (draftFor === null) return null;
  const words = carouselTexts(context.language);
  const tokens = new Set(carousels.flatMap(({ traders }) => traders));
  const unknown = [...tokens].filter((token) => numberOf(search, token) === null);
  const byState = search.states.flatMap((to) => {
    const asked = unknown.filter((token) => token.slice(0, 2) === prefixOf(to)).slice(0, revealedAtMost);
    return to === search.party || asked.length === 0 ? [] : [{ to, asked: asked.join('\n') }];
  });
  if (byState.length === 0) return null;
  const { instrument, purpose, epoch } = search;
  const hrefOf = (more: { to: string; asked: string }) =>
    context.href('/do/vat-case-requests/draft', {
      ...{ id: draftFor, what: 'reveal', epoch: String(epoch), instrument, purpose },
      ...more,
    });
  return (
    <p class="chips">
      {byState.map((one) => (
        <a class="chip" href={hrefOf(one)}>
          {words.reveal({ state: plainName(one.to, names, context.language) })}
        </a>
      ))}
    </p>
  );
}

/** Why a question was not answered, in words: here or there denied, refused by the gateway, or without an answer. */
function untoldText(one: Untold, { names, context }: Pick<CarouselsProps, 'names' | 'context'>): string {
  const words = carouselTexts(context.language);
  const { language } = context;
  const operations: Readonly<Record<string, string>> = words.operationNames;
  const nameOf = (kind: string, id: string) =>
    plainName(id, names, language, ...(kind === 'instruments' ? [[instruments]] : []));
  const why = () => {
    if (one.outcome === 'denied')
      return [
        one.isHere ? words.deniedHere : words.deniedThere,
        one.reasons.map((reason) => reasonText(reason, language, nameOf)).join('; '),
      ].join(' ');
    if (one.outcome === 'content') return one.refused === null ? words.invalid : words.refused[one.refused];
    return failureText(one.failure ?? one.outcome, context);
  };
  return words.untoldOne({
    state: plainName(one.state, names, language),
    operation: operations[one.operation] ?? one.operation,
    why: why(),
  });
}

function problemText({ code, params }: Search['problems'][number], { language }: PageContext): string {
  const catalogues: readonly Readonly<Record<string, (params: never) => string>>[] = [
    carouselTexts(language).problems,
    bridgeTexts(language).problems,
    caseTexts(language).problems,
  ];
  const [say] = catalogues.flatMap((one) => one[code] ?? []);
  return say === undefined ? code : say(params as never);
}
