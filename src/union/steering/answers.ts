import { cases } from '#evidence';
import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ReadContext } from '#platform/module.ts';
import { knownAnswer, momentOf } from '../bodies/answers.ts';
import { loadNames, type Name } from '../bodies/store.ts';
import { initiatives } from '../initiatives/model.ts';
import { instruments } from '../law/model.ts';
import { planItems } from '../plans/model.ts';
import { events, presidencies, signalFollowups, stopReasons } from '../programme/model.ts';
import type { SteeringAnswer, SteeringRowAnswer } from './contract.ts';
import type { Steering, SteeringRow } from './row.ts';
import { countStandings, steeringSections } from './rules/standing.ts';
import { loadSteering } from './store.ts';
import { steeringTexts } from './text/texts.ts';

const namedKinds = [
  cases,
  events,
  initiatives,
  signalFollowups,
  stopReasons,
  presidencies,
  planItems,
  instruments,
];

export type NamedSteering = { readonly steering: Steering; readonly names: ReadonlyMap<string, Name> };

/** The whole view with the names of all that it speaks of, by `kind/id`. */
export async function loadNamedSteering(tx: Transaction, context: ReadContext): Promise<NamedSteering> {
  const moment = momentOf(context);
  const steering = await loadSteering(tx, context.register, moment);
  const idOf = (key: string) => key.slice(key.indexOf('/') + 1);
  const shown = Object.values(steering)
    .flat()
    .flatMap(({ subject, party, links }) => [
      ...(subject === null ? [] : [idOf(subject)]),
      party,
      ...links.map(idOf),
    ]);
  return { steering, names: await loadNames(tx, moment, [...new Set(shown)], namedKinds) };
}

export function rowAnswer(
  row: SteeringRow,
  names: NamedSteering['names'],
  language: Language,
): SteeringRowAnswer {
  const name = row.subject === null ? undefined : names.get(row.subject);
  return {
    ...row,
    title: name === undefined ? null : localize(name.title, language, ['en']).text,
    links: [...row.links],
    earlier: row.earlier.map((one) => ({ ...one })),
    source: [...row.source],
  };
}

export async function getSteering(context: ReadContext): Promise<Result<SteeringAnswer>> {
  const { language } = context;
  const said = knownAnswer(context);
  const moment = momentOf(context);
  if (!said.known) return ok({ ...moment, ...said, sections: [] });
  const { steering, names } = await context.read((tx) => loadNamedSteering(tx, context));
  return ok({
    ...moment,
    ...said,
    sections: steeringSections.map((section) => ({
      section,
      title: steeringTexts(language).sections[section].title,
      counts: Object.fromEntries(
        countStandings(section, steering[section]).map(({ standing, count }) => [standing, count]),
      ),
      rows: steering[section].map((row) => rowAnswer(row, names, language)),
    })),
  });
}
