import type { PageContext } from '#platform/module.ts';
import { unionTexts } from '../../text/texts.ts';

/**
 * What an entry of the journal tells, in the reader's language: what became of a record, or the action that somebody took. Of events that
 * may be told (`toldToAll`) each has words.
 */
export function eventName(
  event: string,
  { modules, language }: Pick<PageContext, 'modules' | 'language'>,
): string {
  const action = modules.flatMap(({ actions }) => actions).find(({ name }) => name === event);
  return unionTexts(language).journal.events[event] ?? action?.texts(language).title ?? event;
}
