import type { Obligation } from '../model.ts';

export const isOwed = ({ done }: Obligation) => (done ?? null) === null;

/**
 * What is still owed under each article, as one text: an article may oblige each party to something else, and what differs has
 * after it whom it is for. With a party only what it owes.
 */
export function owedByArticle(
  obligations: readonly Obligation[],
  party?: string,
): ReadonlyMap<string, string> {
  const meant = obligations.filter(
    (one) => isOwed(one) && one.article != null && (party === undefined || one.who === party),
  );
  const byArticle = Map.groupBy(meant, ({ article }) => String(article));
  return new Map([...byArticle].map(([article, some]) => [article, saidTogether(some)]));
}

function saidTogether(obligations: readonly Obligation[]): string {
  const whose = [...Map.groupBy(obligations, ({ what }) => what)].map(([what, some]) => ({
    what,
    who: [...new Set(some.flatMap(({ who }) => who ?? []))],
  }));
  return whose
    .map(({ what, who }) => (whose.length === 1 || who.length === 0 ? what : `${what} (${who.join(', ')})`))
    .join('; ');
}
