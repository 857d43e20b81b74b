import { formatDate, formatInstant } from '#kernel/dates.ts';
import type { Grant } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark, type Tone } from '#platform/page/components.tsx';
import { instruments, knownOf, loadNames, type Names } from '#union';
import { nameOfIn } from '../../openings/store.ts';
import type { Law } from '../../rules/law.ts';
import { loadLaw } from '../../store.ts';
import type { NameOf } from '../../text/reasons.ts';
import { openSides } from '../access.ts';
import { type Asked, type Erased, listSides, type Side } from '../store.ts';
import { requestTexts } from '../text/texts.ts';

export const requestsPath = '/practice/exchange/requests';

const tones: Readonly<Record<Asked['outcome'], Tone>> = {
  content: 'good',
  empty: 'good',
  denied: 'bad',
  failed: 'bad',
  late: 'part',
  waiting: 'none',
};

export function OutcomeMark({ asked, context }: { asked: Asked; context: PageContext }) {
  const { outcomes, page } = requestTexts(context.language);
  return (
    <>
      <StatusMark tone={tones[asked.outcome]} text={outcomes[asked.outcome]} />
      {asked.stale && <small>{page.stale}</small>}
      {asked.erased !== null && <small>{page.erased(erasedText(asked.erased, context))}</small>}
    </>
  );
}

/** For sentences on what was erased: when, and after how many days. */
export function erasedText({ on, days }: Erased, { language }: Pick<PageContext, 'language'>) {
  return { on: formatDate(on, language), days };
}

/** What was stated and is kept, or why it is not there. */
export function keptText(
  value: string | null,
  { erased }: Asked,
  { language }: Pick<PageContext, 'language'>,
) {
  const { page } = requestTexts(language);
  return value ?? (erased === null ? page.notStated : page.erasedValue);
}

/** The sides of this node whose questions the reader may see. */
export async function readSides(
  tx: Transaction,
  context: PageContext,
): Promise<ReadonlyMap<Side, Grant | null>> {
  const acting = actionContextOf(context);
  if (acting.actor.kind !== 'person') return new Map();
  return openSides(tx, acting, await listSides(tx, context.register.id));
}

/** The grant that opens a question, of those that open its side. */
export function grantFor(
  sides: ReadonlyMap<Side, Grant | null>,
  { direction, from, to }: Asked,
): Grant | null {
  const party = direction === 'asked' ? from : to;
  const side = [...sides.keys()].find((one) => one.direction === direction && one.party === party);
  return side === undefined ? null : (sides.get(side) ?? null);
}

/** What parties, instruments and provisions are called today: a request is of now, whatever date the page shows. */
export async function namesFor(
  tx: Transaction,
  context: PageContext,
  rows: readonly Asked[],
  others: readonly string[] = [],
): Promise<{ readonly names: Names; readonly nameOf: NameOf; readonly law: Law }> {
  const known = knownOf(actionContextOf(context));
  const law = await loadLaw(tx, context.register, known.knownAt);
  const spoken = rows.flatMap(({ from, to, instrument, reasons }) => [from, to, instrument, reasons]);
  const names = await loadNames(tx, known, [spoken, others, [...law.provisions.keys()]], [instruments]);
  return { names, law, nameOf: nameOfIn(law, names, context.language) };
}

/** The article and its instrument by which something was asked. */
export function basisText({ article, instrument }: Asked, nameOf: NameOf, context: PageContext): string {
  const { one } = requestTexts(context.language);
  const title = nameOf('instruments', instrument);
  return article === null ? one.basisWhole({ instrument: title }) : one.basis({ article, instrument: title });
}

export function timeText(instant: string, { language }: Pick<PageContext, 'language'>): string {
  return formatInstant(instant, language);
}

/** Why a question has no answer, as a sentence. */
export function failureText(failure: string, { language }: Pick<PageContext, 'language'>): string {
  const { failures } = requestTexts(language);
  const own: Readonly<Record<string, string>> = failures;
  if (Object.hasOwn(own, failure)) return own[failure] ?? failure;
  const said = failure.startsWith('refused_') ? failures.refused : failures.unbelieved;
  return said.replace('$code', failure.replace(/^(refused|answer)_/, ''));
}
