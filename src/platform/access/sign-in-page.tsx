import type { RegisterId } from '#kernel/references.ts';
import { EmptyState, Note, Section } from '#platform/page/components.tsx';
import { useTexts } from '#platform/page/page-language.ts';
import type { Person } from './access.ts';
import type { Choice } from './sign-in.tsx';

/** Who somebody can be in a register that is tried out. */
export type DemonstrationChoices = {
  readonly register: { readonly id: RegisterId; readonly title: string };
  readonly roles: readonly Choice[];
  readonly parties: readonly Choice[];
  readonly bodies: readonly Choice[];
};

/** `provider` is the host of the identity provider; it and `demonstration` exclude one another. */
export function SignInPage(props: {
  person: Person | null;
  provider: string | null;
  demonstration: readonly DemonstrationChoices[] | null;
  returnTo: string;
  signedOut: boolean;
}) {
  const { person, provider, demonstration, returnTo, signedOut } = props;
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
  const { register, roles, parties, bodies } = props.choices;
  const words = useTexts().signIn;
  return (
    <form method="post" action="/sign-in" class="stack">
      {props.titled && <h3>{register.title}</h3>}
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
