import type { Language } from '#kernel/languages.ts';
import { forceReasonText } from '#union';
import type { Condition } from '../model.ts';
import type { Reason } from '../rules/decide.ts';
import { exchangeTexts } from './texts.ts';

/** What a request must meet, as a clause. */
export function conditionText(condition: Condition, language: Language): string {
  const { conditions: words } = exchangeTexts(language);
  const listed = (given: readonly string[]) => given.join(', ');
  switch (condition.type) {
    case 'agreement':
      return words.agreement({ article: condition.article });
    case 'purpose':
    case 'data_set':
    case 'service':
    case 'function':
    case 'offence':
      return words[condition.type]({ words: listed(condition.among) });
    case 'place':
      return condition.among === null
        ? words.place_unnamed()
        : words.place({ words: listed(condition.among) });
    case 'stated':
      return words.stated({ words: condition.what });
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

/** Why a request is denied, as a sentence. */
export function reasonText(reason: Reason, language: Language): string {
  const { reasons: words } = exchangeTexts(language);
  const why = (code: Parameters<typeof forceReasonText>[0]) => forceReasonText(code, language);
  switch (reason.code) {
    case 'not_in_force': {
      const said = { subject: reason.subject.id, why: why(reason.why) };
      return reason.party === null
        ? words.not_in_force(said)
        : words.not_in_force_party({ ...said, party: reason.party });
    }
    case 'no_agreement': {
      const [one, other] = reason.parties;
      const tried = reason.candidates.flatMap(({ instrument, reasons }) =>
        reasons.map(({ code, party, subject }) =>
          party === null
            ? words.not_in_force({ subject: subject.id, why: why(code) })
            : words.candidate({ instrument, party, why: why(code) }),
        ),
      );
      const missing = words.no_agreement({ article: reason.article, one, other });
      return tried.length === 0 ? missing : `${missing} (${[...new Set(tried)].join('; ')})`;
    }
    case 'no_provision':
      return reason.article === null
        ? words.no_provision_op({ instrument: reason.instrument, operation: reason.operation ?? '*' })
        : words.no_provision({ instrument: reason.instrument, article: reason.article });
    case 'not_met':
    case 'not_stated':
      return words[reason.code]({ condition: conditionText(reason.condition, language) });
    case 'register_copy_old':
      return words.register_copy_old({ minutes: reason.minutes, atMost: reason.atMost });
    case 'provision_unknown':
    case 'conditions_unreadable':
      return words[reason.code]({ provision: reason.provision });
  }
}
