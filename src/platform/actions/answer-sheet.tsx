import type { ComponentChildren } from 'preact';
import type { Texts } from '#platform/text/texts.ts';
import { type Answer, answerName, evidenceName, type Option } from './field.ts';

type Given = Readonly<Record<string, Partial<Answer>>>;

/** Several questions on one form: of each, one answer and what shows it. What is left open says nothing. */
export function AnswerSheet(props: {
  name: string;
  label: ComponentChildren;
  questions: readonly Option[];
  answers: readonly Option[];
  given: Given;
  /** What the record says by now, where somebody else has changed it since. */
  now: Given | null;
  faults: readonly { readonly question: string | null; readonly text: string }[];
  words: Texts['actions'];
}) {
  const { name, label, questions, answers, given, now, faults, words } = props;
  const titles = new Map(answers.map(({ value, title }) => [value, title]));
  const known = new Set(questions.map(({ value }) => value));
  const toAll = faults.filter(({ question }) => question === null || !known.has(question));
  const id = `field-${name}`;
  return (
    <fieldset
      id={id}
      tabindex={-1}
      class={toAll.length > 0 ? 'field wrong' : 'field'}
      aria-describedby={toAll.length > 0 ? `${id}-hint` : undefined}
    >
      <legend>{label}</legend>
      {toAll.length > 0 && <small id={`${id}-hint`}>{toAll.map(({ text }) => text).join(' ')}</small>}
      {questions.length === 0 && <small>{words.several.none}</small>}
      {questions.map(({ value, title }) => {
        const said = given[value] ?? {};
        const by = now?.[value];
        const isNews = by !== undefined && (by.answer !== said.answer || by.evidence !== said.evidence);
        return (
          <Question
            name={name}
            question={value}
            title={title}
            answers={answers}
            said={said}
            hints={[
              ...(isNews
                ? [words.now([titles.get(by.answer ?? '') ?? '', by.evidence ?? ''].join('. '))]
                : []),
              ...faults.flatMap((fault) => (fault.question === value ? [fault.text] : [])),
            ]}
            isWrong={faults.some(({ question }) => question === value)}
            words={words}
          />
        );
      })}
    </fieldset>
  );
}

function Question(props: {
  name: string;
  question: string;
  title: string;
  answers: readonly Option[];
  said: Partial<Answer>;
  hints: readonly string[];
  isWrong: boolean;
  words: Texts['actions'];
}) {
  const { name, question, title, answers, said, hints, isWrong, words } = props;
  const own = answerName(name, question);
  const id = `field-${own}`;
  const evidence = evidenceName(name, question);
  return (
    <fieldset
      id={id}
      tabindex={-1}
      class={isWrong ? 'field wrong' : 'field'}
      aria-describedby={hints.length > 0 ? `${id}-hint` : undefined}
    >
      <legend>{title}</legend>
      <div class="answers">
        {answers.map((answer) => (
          <label>
            <input type="radio" name={own} value={answer.value} checked={answer.value === said.answer} />{' '}
            {answer.title}
          </label>
        ))}
      </div>
      <label for={`field-${evidence}`}>{words.evidence}</label>
      <textarea id={`field-${evidence}`} name={evidence} rows={2} aria-invalid={isWrong ? 'true' : undefined}>
        {said.evidence ?? ''}
      </textarea>
      {hints.length > 0 && <small id={`${id}-hint`}>{hints.join(' ')}</small>}
    </fieldset>
  );
}
