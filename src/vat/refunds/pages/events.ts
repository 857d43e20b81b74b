import { formatDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { Claim, ClaimEvent } from '../model.ts';
import { refundTexts } from '../text/texts.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { written } from './parts.tsx';

/** What an event was about, in a few words. */
export function eventText(
  event: ClaimEvent,
  { currency }: Claim,
  referenceOf: (debt: string) => string,
  language: Language,
): string {
  const amount = (cents: number) => written(cents, currency, language);
  const { roads } = refundTexts(language);
  switch (event.act) {
    case 'lodge':
    case 'pay':
      return amount(event.cents);
    case 'correct':
      return `${amount(event.cents)} · ${event.reason}`;
    case 'approve':
      return event.corrections === 0
        ? amount(event.approved)
        : `${amount(event.approved)} − ${amount(event.corrections)}`;
    case 'refuse':
    case 'refuse_forwarding':
      return event.reason;
    case 'ask':
    case 'answer':
      return event.subject;
    case 'consent':
      return `${event.consent}, ${formatDate(event.signedOn, language)}`;
    case 'withdraw_consent':
      return event.consent;
    case 'propose_offset':
      return `${event.offset} · ${roads[event.road]}`;
    case 'execute_offset':
      return `${event.offset} · ${roads[event.road]} · ${amount(event.cents)}`;
    case 'withdraw_offset':
    case 'notify':
      return event.offset;
    case 'add_remedy': {
      const { claim: words } = workTexts(language);
      return event.offset === null ? words.decisionNotice : words.notice({ offset: event.offset });
    }
    case 'collect':
    case 'reverse':
      return `${referenceOf(event.debt)} · ${amount(event.cents)}`;
    default:
      return '';
  }
}
