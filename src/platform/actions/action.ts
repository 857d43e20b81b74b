import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { Problem, Result } from '#kernel/result.ts';
import type { AccessObject, Actor, Grant, ParticipationPort, Permission } from '#platform/access/access.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import type { Reading } from '#platform/journal/journal.ts';
import type { Change } from '#platform/records/changes.ts';
import type { Kind } from '#platform/records/kind.ts';
import type { Register } from '#platform/records/registers.ts';
import type { Fields, InputOf } from './field.ts';

/** What an action may know of who does it, where and when. */
export type ActionContext = {
  readonly register: Register;
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly clock: Clock;
  readonly language: Language;
  /**
   * To be told by what fills a form in or lists what can be chosen, of records that are not for everybody and that the form is about to
   * show besides the one that it is about: it has the journal say so before it is sent. Absent where nothing is shown.
   */
  readonly reads?: (reading: Reading) => void;
};

/** What an action brings about: changes that are written together or not at all, and the page that shows them. */
export type Done = {
  readonly changes: readonly Change[];
  /** Kind and id of what was acted on. */
  readonly subject: string;
  /** Path below the register. */
  readonly path: string;
  /** The name of the changes, where they can be taken back together. */
  readonly batch?: string;
  /** The name of changes that are taken back before these are written. */
  readonly undoes?: string;
};

/** Something without which an action is refused, and where it is to be had. */
export type Lack = {
  readonly problem: Problem;
  /** The action that brings it, and the fields that are known. */
  readonly by?: { readonly action: string; readonly given: Readonly<Record<string, string>> };
  /** Records on whose pages it is brought. */
  readonly at?: readonly { readonly kind: Kind; readonly id: string }[];
};

/** What people read of an action: what doing it is called, what it brings about, and what each field asks for. */
export type ActionTexts<Name extends string = string> = {
  /** In the imperative, as a button has it: `Put to sleep`. */
  readonly title: string;
  readonly explain: string;
  readonly fields: Readonly<Record<Name, string>>;
};

/** A line of what an action is done to. */
export type Shown = { readonly label: string; readonly value: string };

/** A room's words for all that can be done in it: each act by its name, and fields, which mean the same in every act. */
type ActionCatalogue = {
  readonly acts: Readonly<Record<string, Omit<ActionTexts, 'fields'>>>;
  readonly fields: Readonly<Record<string, string>>;
};

/** The texts of an act from its room's catalogue. */
export const textsFrom =
  <Catalogue extends ActionCatalogue>(catalogueIn: (language: Language) => Catalogue) =>
  (act: keyof Catalogue['acts'] & string) =>
  (language: Language) => {
    const { acts, fields } = catalogueIn(language);
    const { title = act, explain = '' } = acts[act] ?? {};
    return { title, explain, fields: fields as Catalogue['fields'] };
  };

/**
 * One thing that people can do to the register: `POST /api/{register}/{name}`, the form at `/{language}/{register}/do/{name}`
 * and the command `tripoint {module} {name}` are made from it, so that all three ask and refuse alike.
 */
export type Action<F extends Fields = Fields> = {
  /** What is acted on and how: `groups/activate`. */
  readonly name: string;
  readonly permission: Permission;
  readonly fields: F;
  readonly texts: (language: Language) => ActionTexts<keyof F & string>;
  /**
   * The record that it is about, whose id is the field `id`, and whether its state lets it be done; offered on that record's
   * page to those who may. Null: it makes something new, and a list offers it.
   */
  readonly about: {
    readonly kind: Kind;
    readonly isOpen: (tx: Transaction, context: ActionContext, id: string) => Promise<boolean>;
    /** Events of the journal on it that change nothing for who does this: a form that was opened before stays as good as it was. */
    readonly outlives?: readonly string[];
    /** Why it is not open to this reader and what he can do, where there is more to say than that it cannot be done now; null: no more. */
    readonly whyNot?: (tx: Transaction, context: ActionContext, id: string) => Promise<string | null>;
  } | null;
  /**
   * Path below the register of the page that offers it, where there is no record that it is about: there the form leads back to
   * whoever leaves it. `given`: what the form holds.
   */
  readonly back?: (given: Readonly<Record<string, string>>) => string;
  /** Where it can be done to records of many kinds; offered on the page of each. */
  readonly toAny?: {
    /** The fields that name a record; null: not to records of this kind. */
    readonly given: (kind: string, id: string) => Readonly<Record<string, string>> | null;
    /** The record that fields name, for a form to say; null where they name none, or one that not everybody may be told of. */
    readonly record: (
      given: Readonly<Record<string, string>>,
    ) => { readonly kind: Kind; readonly id: string } | null;
  };
  /** Ids of records on which it is now for whoever may do it, for the party that they act for; their desk says so. */
  readonly waits?: (
    tx: Transaction,
    context: ActionContext,
    party: string | null,
  ) => Promise<readonly string[]>;
  /**
   * Whom and what it touches, for the decision whether the actor may; several where it is enough to be in charge of one of them.
   * An offer knows only some of the fields.
   */
  readonly object: (
    tx: Transaction,
    context: ActionContext,
    input: Partial<InputOf<F>>,
  ) => Promise<AccessObject | readonly AccessObject[]>;
  /** Who takes part in the object's body; for permissions that ask for it. */
  readonly participation?: (
    tx: Transaction,
    context: ActionContext,
    object: AccessObject,
  ) => Promise<ParticipationPort>;
  /**
   * All that a record still lacks for it on a day, besides the state that lets it be done: the page of the record says so before it
   * is tried, and once `perform` has nothing against it, it is refused for the same reasons. A page knows no field but the id.
   */
  readonly lacking?: (
    tx: Transaction,
    context: ActionContext,
    about: { readonly id: string; readonly on: PartialDate },
    input: Partial<InputOf<F>>,
  ) => Promise<readonly Lack[]>;
  /** Whether a page says already what is lacking, where a record is open to it long before its time; absent: from the first day on. */
  readonly saysLacking?: (id: string, context: ActionContext) => boolean;
  /** What takes long and asks nothing of the register: done before others have to wait. It is refused as the action is. */
  readonly before?: (input: InputOf<F>) => Promise<Result<unknown>>;
  /**
   * Loads what the rule needs, applies it and says what is to be written; writes nothing of the register itself, only what stands
   * beside it, such as a file's bytes. `grant` is what lets the actor do it, `dataFolder` where the node keeps what is not in its database.
   */
  readonly perform: (
    tx: Transaction,
    context: ActionContext & { readonly grant: Grant | null; readonly dataFolder: string },
    input: InputOf<F>,
  ) => Promise<Result<Done>>;
  /** Waits for what it set going outside of the register, as long as people wait for a page; the page is opened then, whatever came. */
  readonly after?: (node: Pick<Database, 'read'>, done: Done) => Promise<void>;
  /** What a form holds when it is opened, where that is more than nothing: what the record says now. */
  readonly prefill?: (
    tx: Transaction,
    context: ActionContext,
    input: Partial<InputOf<F>>,
  ) => Promise<Readonly<Record<string, string>>>;
  /**
   * Which fields a form asks for, by what it knows already; null or absent: all. One that holds a value or in which a fault was
   * found is shown always, so that nothing is sent unseen. API and command line take every field whatever the form asks.
   */
  readonly wants?: (
    tx: Transaction,
    context: ActionContext,
    given: Readonly<Record<string, string>>,
  ) => Promise<readonly (keyof F & string)[] | null>;
  /** What it is done to, for whoever is to look at it before: the form shows it above its fields. Asked only for who may do it. */
  readonly shows?: (
    tx: Transaction,
    context: ActionContext,
    given: Readonly<Record<string, string>>,
  ) => Promise<readonly Shown[]>;
  /** What the form tells whoever does it, besides what it brings about; null: nothing. */
  readonly tells?: (context: ActionContext) => string | null;
  /** The page below the register that says what is to be brought, with the words of the way there. */
  readonly guide?: (context: ActionContext) => { readonly text: string; readonly path: string };
};

/** Checks an action against its fields, and forgets the types so that actions fit in one list. */
export function defineAction<F extends Fields>(action: Action<F>): Action {
  return action as unknown as Action;
}
