import { formatInstant } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { PageContext } from '#platform/module.ts';
import { Note, Section, StatusMark } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { instantOf } from '../../nodes/model.ts';
import { failureText, grantFor, keptText, OutcomeMark } from '../../requests/pages/parts.tsx';
import { reasonText } from '../../text/reasons.ts';
import { exchangeWord, operationText } from '../../text/words/words.ts';
import { receiptPath } from '../receipts.ts';
import { largestSample, type Sample, usualSample } from '../rules/sample.ts';
import type { Judged } from '../store.ts';
import { oversightTexts } from '../text/texts.ts';
import { articleText, pairText, toolsOf } from './counts.tsx';
import { oversightPaths, Time } from './parts.tsx';
import type { LoadedSupervision, Shown } from './supervision.tsx';

/** One entry for each drawn request, so that the page of each names who looked at it. */
export function recordSample(
  context: PageContext,
  { sample, drawn, sides }: Pick<LoadedSupervision, 'sample' | 'drawn' | 'sides'>,
): void {
  for (const one of drawn) {
    const grant = grantFor(sides, one);
    context.record({
      event: 'exchange_requests.read',
      subject: `exchange_requests/${one.id}`,
      party: grant?.party ?? null,
      instrument: one.instrument,
      purpose: grant?.basis ?? null,
      payload: { request: one.id, sample: { ...sample } },
    });
  }
}

const addressOf = ({ size, seed, until }: Sample) => ({
  sample: String(size),
  seed,
  until: instantOf(until),
});

export function SampleSection({ loaded, context }: Shown) {
  const { supervision: words } = oversightTexts(context.language);
  const { sample, drawn } = loaded;
  return (
    <Section
      title={words.sample}
      id="sample"
      tools={
        sample === null || drawn.length === 0
          ? []
          : toolsOf('sample', words.sample, context, addressOf(sample))
      }
    >
      <Note>
        {words.sampleWhat} {words.journalled}
      </Note>
      <SampleForm loaded={loaded} context={context} />
      {sample !== null && (
        <p role="status">
          {words.drawn(drawn.length, loaded.ofAll, formatInstant(instantOf(sample.until), context.language))}
        </p>
      )}
      {drawn.length > 0 && <Drawn loaded={loaded} context={context} />}
    </Section>
  );
}

/** The draw as an address, so that somebody else can repeat it. */
function SampleForm({ loaded, context }: Shown) {
  const { supervision: words } = oversightTexts(context.language);
  const { sample, newest } = loaded;
  const now = instantOf(context.clock.now().epochMilliseconds);
  const seed = sample?.seed ?? newest?.root.toString('hex').slice(0, 16) ?? now.slice(0, 10);
  const kept = ['as-of', 'known-at'].flatMap((name) => {
    const value = context.query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return (
    <form method="get" action={context.href(oversightPaths.supervision).split('?')[0]} class="stack form">
      <div class="field">
        <label for="sample-size">{words.sampleSize}</label>
        <input
          id="sample-size"
          name="sample"
          type="number"
          min="1"
          max={largestSample}
          value={sample?.size ?? usualSample}
          required
        />
      </div>
      <div class="field">
        <label for="seed">{words.seed}</label>
        <input id="seed" name="seed" value={seed} maxLength={100} autocomplete="off" required />
      </div>
      <input type="hidden" name="until" value={sample === null ? now : instantOf(sample.until)} />
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div>
        <button type="submit">{words.draw}</button>
      </div>
    </form>
  );
}

function Drawn({ loaded, context }: Shown) {
  const { supervision: words, log } = oversightTexts(context.language);
  const { language } = context;
  const { newest } = loaded;
  const isCovered = ({ place }: Judged) => place !== null && newest !== null && place <= newest.size;
  const said = (label: string, value: string | null) => (
    <small>
      {label}: {value ?? words.notStated}
    </small>
  );
  const kept = (label: string, value: string | null, one: Judged) =>
    said(label, keptText(value, one, context));
  return (
    <DataTable<Judged>
      caption={words.sample}
      rows={loaded.drawn}
      columns={[
        {
          title: words.asked,
          cell: ({ decidedAt }) => <Time at={Date.parse(decidedAt)} context={context} />,
          below: ({ direction }) => <small>{words.directions[direction]}</small>,
        },
        {
          title: words.who,
          cell: (one) => pairText(one, loaded, context),
          below: (one) => (
            <>
              {kept(words.officer, one.officer, one)}
              {kept(words.service, one.service, one)}
            </>
          ),
        },
        {
          title: words.what,
          cell: ({ operation }) => operationText(operation, language),
          below: (one) => (
            <>
              <small>{articleText(one, loaded, context)}</small>
              {said(words.dataSet, one.dataSet)}
            </>
          ),
        },
        {
          title: words.purpose,
          cell: ({ purpose }) =>
            purpose === null ? words.notStated : exchangeWord('purposes', purpose, language),
          below: (one) => kept(words.case, one.caseReference, one),
        },
        {
          title: words.decision,
          cell: ({ allowed }) => (
            <StatusMark tone={allowed ? 'good' : 'bad'} text={allowed ? words.allowed : words.deniedHere} />
          ),
          below: (one) =>
            one.provision === null ? (
              <Reasons of={one} loaded={loaded} context={context} />
            ) : (
              <small>{loaded.nameOf('provisions', one.provision)}</small>
            ),
        },
        {
          title: words.outcome,
          cell: (one) => <OutcomeMark asked={one} context={context} />,
          below: (one) => (
            <>
              {one.allowed && <Reasons of={one} loaded={loaded} context={context} />}
              {one.failure !== null && <small>{failureText(one.failure, context)}</small>}
            </>
          ),
        },
        {
          title: words.entry,
          cell: ({ entry, place }) => (
            <>
              <code>{entry}</code> {place ?? words.noPlace}
            </>
          ),
          below: (one) =>
            isCovered(one) ? (
              <div>
                <a href={context.href(receiptPath(one.entry))} aria-label={`${words.receipt}: ${one.place}`}>
                  {words.receipt}
                </a>
              </div>
            ) : (
              <small>{log.notCovered}</small>
            ),
        },
      ]}
    />
  );
}

function Reasons({ of, loaded, context }: Shown & { of: Judged }) {
  return <small>{reasonTexts(of, context.language, loaded.nameOf).join('; ')}</small>;
}

/** Why it was denied; of what is erased the codes alone are kept, with which agreement was missing. */
export function reasonTexts(
  { reasons, erased }: Judged,
  language: Language,
  nameOf: LoadedSupervision['nameOf'],
): readonly string[] {
  const { codes } = oversightTexts(language).supervision;
  return reasons.map((reason) =>
    erased === null || reason.code === 'no_agreement'
      ? reasonText(reason, language, nameOf)
      : codes[reason.code],
  );
}
