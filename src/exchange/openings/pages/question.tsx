import type { Language } from '#kernel/languages.ts';
import type { PageContext } from '#platform/module.ts';
import { Note, Section } from '#platform/page/components.tsx';
import type { Law } from '../../rules/law.ts';
import type { NameOf } from '../../text/reasons.ts';
import { operationText } from '../../text/words/words.ts';
import { openingsOf } from '../rules/openings.ts';
import { openingTexts } from '../text/texts.ts';
import { articleText, askedFor, dayOf, mayPath } from './parts.tsx';

/** One thing that can be asked for, under its instrument. */
export type Offered = {
  readonly instrument: string;
  readonly title: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
};

/** Every provision that opens something by itself, by instrument and article. */
export function askable(law: Law, nameOf: NameOf, language: Language): readonly Offered[] {
  return [...law.provisions.keys()].flatMap((instrument) => {
    const own = openingsOf(law, instrument, [], law.knownAt).openings.filter(
      ({ provision }) => provision.adds === null,
    );
    const choices = own.map(({ provision: { article, operation } }) => ({
      value: askedFor(instrument, article, operation),
      text: openingTexts(language).page.titled(
        articleText(article, language),
        operationText(operation, language),
      ),
    }));
    return choices.length === 0 ? [] : [{ instrument, title: nameOf('instruments', instrument), choices }];
  });
}

/** The question as an address, so that the answer can be passed on and nothing is written. */
export function QuestionForm(props: {
  parties: readonly { readonly id: string; readonly title: string }[];
  offered: readonly Offered[];
  context: PageContext;
}) {
  const { parties, offered, context } = props;
  const { may: words } = openingTexts(context.language);
  const { query } = context;
  const provision = query.get('provision') ?? '';
  const asked = query.get('as-of') ?? '';
  const knownAt = query.get('known-at') ?? '';
  // What an address names otherwise than the list does is still asked for: `police-2018/13` is the article alone.
  const chosen = (value: string) =>
    value === provision || (provision !== '' && value.startsWith(`${provision}/`));
  const first = offered.flatMap(({ choices }) => choices).find(({ value }) => chosen(value))?.value;
  const party = (name: 'from' | 'to') => (
    <div class="field">
      <label for={name}>{words[name]}</label>
      <select id={name} name={name} required>
        <option value="">{words.choose}</option>
        {parties.map(({ id, title }) => (
          <option value={id} selected={query.get(name) === id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <Section title={words.question} id="question">
      {provision === '' && (
        <Note>
          <strong>{words.nothing}</strong> {words.nothingWhat}
        </Note>
      )}
      <form method="get" action={context.href(mayPath).split('?')[0]} class="stack form">
        {party('from')}
        {party('to')}
        <div class="field">
          <label for="provision">{words.provision}</label>
          <select id="provision" name="provision" required>
            <option value="">{words.choose}</option>
            {offered.map(({ title, choices }) => (
              <optgroup label={title}>
                {choices.map(({ value, text }) => (
                  <option value={value} selected={value === first}>
                    {text}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="on">{words.on}</label>
          <input
            id="on"
            name="as-of"
            value={asked === '' ? dayOf(context) : asked}
            pattern="\d{4}(-\d{2}(-\d{2})?)?"
            inputMode="numeric"
            autocomplete="off"
            aria-describedby="on-hint"
          />
          <small id="on-hint">{words.onHint}</small>
        </div>
        {knownAt !== '' && <input type="hidden" name="known-at" value={knownAt} />}
        <div>
          <button type="submit">{words.submit}</button>
        </div>
      </form>
    </Section>
  );
}
