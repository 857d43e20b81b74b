import { type Asked, findAsked, findContent, findOutgoing, type Lived } from '#exchange';
import type { PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { AlertBundle } from '../runs/model.ts';
import type { OpenedCase } from './access.ts';
import { FeedbackAnswer, vatFeedback } from './model.ts';
import { type RequestStanding, requestStanding } from './rules/standing.ts';
import { findBundle } from './store.ts';

/** A request with what the exchange knows of its question. */
export type ShownRequest = Lived & {
  readonly standing: RequestStanding;
  /** Null: it was not released, or not asked yet. */
  readonly asked: Asked | null;
  /** What the other said; undefined: nothing, or it is erased. */
  readonly content: unknown;
  /** It was released, and neither waits nor was asked: this node could not ask. */
  readonly isLost: boolean;
};

export async function loadRequests(
  tx: Transaction,
  register: string,
  { party, requests }: Pick<OpenedCase, 'party' | 'requests'>,
): Promise<readonly ShownRequest[]> {
  const shown: ShownRequest[] = [];
  for (const one of requests) {
    const question = typeof one.record.body.question === 'string' ? one.record.body.question : null;
    const sides = [{ direction: 'asked', party } as const];
    const asked = question === null ? null : await findAsked(tx, register, sides, question);
    const content = asked?.outcome === 'content' ? await findContent(tx, asked) : null;
    const outgoing = question === null ? null : await findOutgoing(tx, register, question);
    shown.push({
      ...one,
      asked,
      standing: requestStanding(one.steps, asked?.outcome ?? null),
      content: content?.kept === true ? content.content : undefined,
      isLost: question !== null && asked === null && outgoing === null,
    });
  }
  return shown;
}

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

/**
 * What states on other nodes said that they owe, or gave, as their last answers have it: the record itself is on their node. Where it is on
 * this one, it stands there.
 */
export function toldElsewhere(
  requests: readonly ShownRequest[],
  here: readonly Lived[],
  about: { readonly party: string; readonly reference: string },
): readonly Lived[] {
  const recorded = new Set(here.map(({ record: { body } }) => String(body.state)));
  const last = new Map<string, Lived>();
  for (const { record, content } of requests) {
    const answer = FeedbackAnswer.safeParse(content);
    const { what, to, asked } = record.body;
    if (what !== 'feedback' || !answer.success || recorded.has(String(to))) continue;
    const { told_on, due, feedback } = answer.data;
    const { given_on, ...said } = feedback ?? { given_on: null };
    const body = {
      ...{ asker: about.party, reference: about.reference, state: String(to), told_on, due, ...said },
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
    last.set(`${to} ${asked}`, { record: { ...record, kind: vatFeedback.name, id: '', body }, steps });
  }
  return [...last.values()];
}
