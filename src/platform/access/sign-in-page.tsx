import type { RegisterId } from '#kernel/references.ts';
import { EmptyState, Note, Section } from '#platform/page/components.tsx';
import { useLanguage, useTexts } from '#platform/page/page-language.ts';
import type { Person } from './access.ts';
import type { Choice, Player } from './sign-in.tsx';

/** Who somebody can be in a register that is tried out. */
export type DemonstrationChoices = {
  readonly register: { readonly id: RegisterId; readonly title: string };
  readonly roles: readonly Choice[];
  readonly parties: readonly Choice[];
  readonly bodies: readonly Choice[];
  readonly players: readonly Player[];
};

/** `provider` is the host of the identity provider; it and `demonstration` exclude one another. */
export function SignInPage(props: {
  person: Person | null;
  provider: string | null;
  demonstration: readonly DemonstrationChoices[] | null;
  /** A made-up register can be set up. */
  year: boolean;
  returnTo: string;
  signedOut: boolean;
}) {
  const { person, provider, demonstration, year, returnTo, signedOut } = props;
  const words = useTexts().signIn;
  return (
    <div class="stack">
      {person === null && signedOut && <Note>{words.signedOut}</Note>}
      {person !== null && <SignedIn person={person} returnTo={returnTo} />}
      {person === null && provider !== null && (
        <form method="post" action="/sign-in">
          <input type="hidden" name="return" value={returnTo} />
          <button type="submit">{words.with(provider)}</button>
        </form>
      )}
      {demonstration !== null && (
        <Section title={words.demonstration}>
          <div class="stack">
            <Note>{words.demonstrationWhy}</Note>
            {demonstration.map((choices) => (
              <DemonstrationForm choices={choices} returnTo={returnTo} titled={demonstration.length > 1} />
            ))}
          </div>
        </Section>
      )}
      {year && (
        <Section title={words.year} id="year">
          <div class="stack">
            <Note>{words.yearWhat}</Note>
            <form method="post" action="/sign-in/year">
              <button type="submit">{words.yearSetUp}</button>
            </form>
          </div>
        </Section>
      )}
    </div>
  );
}

function SignedIn({ person, returnTo }: { person: Person; returnTo: string }) {
  const words = useTexts();
  return (
    <Section title={words.signIn.signedInAs(person.name)}>
      {person.grants.length === 0 && <EmptyState why={words.signIn.noGrant} who={words.signIn.noGrantWho} />}
      <p>
        <a href={returnTo}>{words.errors.toOverview}</a>
      </p>
    </Section>
  );
}

function DemonstrationForm(props: { choices: DemonstrationChoices; returnTo: string; titled: boolean }) {
  const { register, roles, parties, bodies, players } = props.choices;
  const words = useTexts().signIn;
  const language = useLanguage();
  const title = props.titled && <h3 id={players.length > 0 ? 'year' : undefined}>{register.title}</h3>;
  const form = (
    <form method="post" action="/sign-in" class="stack">
      {players.length === 0 && title}
      <input type="hidden" name="return" value={props.returnTo} />
      <input type="hidden" name="register" value={register.id} />
      <Choose id={`role-${register.id}`} name="role" label={words.role} choices={roles} />
      <Choose
        id={`party-${register.id}`}
        name="party"
        label={words.party}
        none={words.noParty}
        choices={parties}
      />
      <Choose
        id={`body-${register.id}`}
        name="body"
        label={words.body}
        none={words.noBody}
        choices={bodies}
      />
      <div>
        <button type="submit">{words.submit}</button>
      </div>
    </form>
  );
  if (players.length === 0) return form;
  return (
    <>
      {title}
      <div class="chips">
        {players.map((player) => (
          <form method="post" action="/sign-in">
            <input type="hidden" name="return" value={`/${language}/${register.id}/desk`} />
            <input type="hidden" name="register" value={register.id} />
            <input type="hidden" name="role" value={player.role} />
            <input type="hidden" name="party" value={player.party ?? ''} />
            <input type="hidden" name="body" value={player.body ?? ''} />
            <button type="submit" class="chip">
              {player.title}
            </button>
          </form>
        ))}
      </div>
      <details>
        <summary>{words.otherwise}</summary>
        {form}
      </details>
    </>
  );
}

function Choose(props: {
  id: string;
  name: string;
  label: string;
  /** Words for choosing none of them, where that is a choice. */
  none?: string;
  choices: readonly Choice[];
}) {
  const { id, name, label, none, choices } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name} required={none === undefined}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option value={choice.id}>{choice.title}</option>
        ))}
      </select>
    </div>
  );
}
