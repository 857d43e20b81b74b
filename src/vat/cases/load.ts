import { type Asked, findAsked, findContent, findOutgoing, type Lived } from '#exchange';
import type { PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import { Refused } from '../bridges/model.ts';
import type { AlertBundle } from '../runs/model.ts';
import type { OpenedCase } from './access.ts';
import { answerOf, isAbout } from './feedback-record.ts';
import { FeedbackAnswer, vatFeedback } from './model.ts';
import { type RequestStanding, requestStanding } from './rules/standing.ts';
import { readTraders } from './rules/traders.ts';
import { findBundle } from './store.ts';

/** A request with what the exchange knows of its question. */
export type ShownRequest = Lived & {
  readonly standing: RequestStanding;
  /** Of feedback: what is owed or was given; null: nothing is known of it. */
  readonly feedback: KnownFeedback | null;
  /** Null: it was not released, or not asked yet. */
  readonly asked: Asked | null;
  /** What the other said; undefined: nothing, or it is erased. */
  readonly content: unknown;
  /** It was released, and neither waits nor was asked: this node could not ask. */
  readonly isLost: boolean;
};

/** `asOf`: the day on which the other said so, which gives it on a node of its own; null: its record is here, and this is what it says now. */
export type KnownFeedback = FeedbackAnswer & { readonly asOf: string | null };

export async function loadRequests(
  tx: Transaction,
  register: string,
  {
    party,
    record: about,
    requests,
    feedback: here,
  }: Pick<OpenedCase, 'party' | 'record' | 'requests' | 'feedback'>,
): Promise<readonly ShownRequest[]> {
  const reference = String(about.record.body.reference);
  const shown: ShownRequest[] = [];
  for (const one of requests) {
    const question = typeof one.record.body.question === 'string' ? one.record.body.question : null;
    const sides = [{ direction: 'asked', party } as const];
    const asked = question === null ? null : await findAsked(tx, register, sides, question);
    const content = asked?.outcome === 'content' ? await findContent(tx, asked) : null;
    const outgoing = question === null ? null : await findOutgoing(tx, register, question);
    const said = content?.kept === true ? content.content : undefined;
    const feedback = asked === null ? null : feedbackTo(one, { party, reference, here, asked, said });
    shown.push({
      ...{ ...one, asked, feedback, content: said },
      standing: requestStanding(one.steps, asked?.outcome ?? null, shortOf(feedback, said)),
      isLost: question !== null && asked === null && outgoing === null,
    });
  }
  return shown;
}

type Heard = {
  readonly party: string;
  readonly reference: string;
  readonly here: readonly Lived[];
  readonly asked: Pick<Asked, 'outcome' | 'decidedOn'>;
  readonly said: unknown;
};

/** What became of the feedback that a request asked for: by its record where that is on this node, else as the other said it. */
export function feedbackTo(
  { record: { body } }: Pick<Lived, 'record'>,
  { party, reference, here, asked, said }: Heard,
): KnownFeedback | null {
  if (body.what !== 'feedback' || asked.outcome !== 'content') return null;
  const read = readTraders(String(body.asked), '');
  const told = { asker: party, state: String(body.to), reference, traders: read.ok ? read.value : [] };
  const record = here.find((one) => isAbout(one, told));
  if (record !== undefined) return { ...answerOf(record), asOf: null };
  const answer = FeedbackAnswer.safeParse(said);
  return answer.success ? { ...answer.data, asOf: asked.decidedOn } : null;
}

const shortOf = (feedback: KnownFeedback | null, said: unknown) =>
  feedback?.feedback === null ? 'told' : Refused.safeParse(said).success ? 'refused' : null;

export type AlertOfCase = Readonly<Record<'run' | 'trader' | 'bundle', string>> & {
  readonly synthetic: boolean;
};

/** From which a case was opened; null: from none. */
export function alertOf({ record }: Lived): AlertOfCase | null {
  return (record.body.alert as AlertOfCase | null | undefined) ?? null;
}

export async function loadBundle(
  tx: Transaction,
  register: string,
  opened: Pick<OpenedCase, 'record' | 'party'>,
): Promise<AlertBundle | null> {
  const alert = alertOf(opened.record);
  return alert === null ? null : findBundle(tx, { register, party: opened.party }, alert.bundle);
}

/** Feedback that is on record elsewhere, with the request whose answer told of it. */
type ToldElsewhere = Lived & { readonly request: ShownRequest };

/**
 * What states on other nodes said that they owe, or gave, as their last answers have it: the record itself is on their node. Where it is on
 * this one, it stands there.
 */
export function toldElsewhere(
  requests: readonly ShownRequest[],
  here: readonly Lived[],
  about: { readonly party: string; readonly reference: string },
): readonly ToldElsewhere[] {
  const recorded = new Set(here.map(({ record: { body } }) => String(body.state)));
  const last = new Map<string, ToldElsewhere>();
  for (const request of requests) {
    const { record, feedback: told } = request;
    const { to, asked } = record.body;
    if (told === null || told.asOf === null || recorded.has(String(to))) continue;
    const { told_on, due, feedback, asOf: as_of } = told;
    const { given_on, ...said } = feedback ?? { given_on: null };
    const body = {
      ...{ asker: about.party, reference: about.reference, state: String(to), told_on, due, as_of, ...said },
      traders: String(asked)
        .split(/[\n,;]+/)
        .filter(Boolean),
    };
    const step = (act: string, to: string, on: string, by: string) => ({
      ...{ act, to, by, effectiveOn: on as PlainDate, details: {} },
    });
    const steps = [
      step('told', 'owed', told_on, about.party),
      ...(given_on === null ? [] : [step('give', 'given', given_on, String(to))]),
    ];
    const made = { ...record, kind: vatFeedback.name, id: '', body };
    last.set(`${to} ${asked}`, { record: made, steps, request });
  }
  return [...last.values()];
}
