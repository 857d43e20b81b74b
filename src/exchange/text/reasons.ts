import type { Language } from '#kernel/languages.ts';
import { forceReasonText } from '#union';
import type { Condition, Conditions } from '../model.ts';
import type { Reason } from '../rules/decide.ts';
import { exchangeTexts } from './texts.ts';
import { exchangeWord, operationText } from './words/words.ts';

/** What an id is called in a sentence. Programs and the command line say the id itself. */
export type NameOf = (kind: 'parties' | 'instruments' | 'provisions', id: string) => string;
const byId: NameOf = (_kind, id) => id;

/** What a request must meet, as a clause. */
export function conditionText(condition: Condition, language: Language): string {
  const { conditions: words } = exchangeTexts(language);
  const listed = (given: readonly string[]) => given.join(', ');
  switch (condition.type) {
    case 'agreement':
      return words.agreement({ article: condition.article });
    case 'purpose':
      return words.purpose({
        words: listed(condition.among.map((one) => exchangeWord('purposes', one, language))),
      });
    case 'data_set':
      return condition.among === null
        ? words.data_set_unnamed()
        : words.data_set({ words: listed(condition.among) });
    case 'service':
    case 'function':
    case 'offence':
      return words[condition.type]({ words: listed(condition.among) });
    case 'place':
      return condition.among === null
        ? words.place_unnamed()
        : words.place({ words: listed(condition.among) });
    case 'stated':
      return words.stated({ words: exchangeWord('statements', condition.what, language) });
    case 'authorisation':
      return condition.reviewed_within_months === undefined
        ? words.authorisation()
        : words.authorisation_reviewed({ months: condition.reviewed_within_months });
    case 'hours':
      return words.hours({ one: condition.from, other: condition.until });
    case 'quota':
      return words[`quota_${condition.per}`]({ count: condition.at_most, days: condition.days });
    case 'consent':
      return words[condition.to]();
    case 'any_of':
      return words.any_of({ words: condition.of.map((one) => conditionText(one, language)).join('; ') });
    case 'case_reference':
    case 'training':
    case 'screening':
      return words[condition.type]();
  }
}

/** A period that a provision sets; of three days or more in days. */
export function periodText({ what, hours }: Conditions['timers'][number], language: Language): string {
  const { periods } = exchangeTexts(language);
  const said = exchangeWord('periods', what, language);
  return hours >= 72 && hours % 24 === 0
    ? periods.days({ what: said, count: hours / 24 })
    : periods.hours({ what: said, count: hours });
}

/** Why a request is denied, as a sentence. */
export function reasonText(reason: Reason, language: Language, nameOf: NameOf = byId): string {
  const { reasons: words } = exchangeTexts(language);
  const why = (code: Parameters<typeof forceReasonText>[0]) => forceReasonText(code, language);
  switch (reason.code) {
    case 'not_in_force': {
      const said = { subject: nameOf(reason.subject.kind, reason.subject.id), why: why(reason.why) };
      return reason.party === null
        ? words.not_in_force(said)
        : words.not_in_force_party({ ...said, party: nameOf('parties', reason.party) });
    }
    case 'no_agreement': {
      const [one = '', other = ''] = reason.parties.map((party) => nameOf('parties', party));
      const tried = candidateTexts(reason, language, nameOf);
      const missing = words.no_agreement({ article: reason.article, one, other });
      return tried.length === 0 ? missing : `${missing} (${tried.join('; ')})`;
    }
    case 'no_provision': {
      const instrument = nameOf('instruments', reason.instrument);
      if (reason.article !== null) return words.no_provision({ instrument, article: reason.article });
      return reason.operation === null
        ? words.no_provision_any({ instrument })
        : words.no_provision_op({ instrument, operation: operationText(reason.operation, language) });
    }
    case 'not_met':
    case 'not_stated':
      return words[reason.code]({ condition: conditionText(reason.condition, language) });
    case 'register_copy_old':
      return words.register_copy_old({ minutes: reason.minutes, atMost: reason.atMost });
    case 'provision_unknown':
    case 'conditions_unreadable':
      return words[reason.code]({ provision: nameOf('provisions', reason.provision) });
  }
}

/** The agreements that there are for an article, and why each does not serve between the two. */
export function candidateTexts(
  { candidates }: Extract<Reason, { readonly code: 'no_agreement' }>,
  language: Language,
  nameOf: NameOf = byId,
): readonly string[] {
  const { reasons: words } = exchangeTexts(language);
  const tried = candidates.flatMap(({ instrument, reasons }) =>
    reasons.map(({ code, party, subject }) => {
      const why = forceReasonText(code, language);
      return party === null
        ? words.not_in_force({ subject: nameOf(subject.kind, subject.id), why })
        : words.candidate({
            instrument: nameOf('instruments', instrument),
            party: nameOf('parties', party),
            why,
          });
    }),
  );
  return [...new Set(tried)];
}
