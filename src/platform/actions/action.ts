import type { z } from 'zod';
import type { PlainDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { Result } from '#kernel/result.ts';
import type { AccessObject, Actor, Grant, ParticipationPort, Permission } from '#platform/access/access.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { Register } from '#platform/records/registers.ts';

/** What an action may know of who does it, where and when. */
export type ActionContext = {
  readonly register: Register;
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly clock: Clock;
  readonly language: Language;
};

/** What an action brings about: changes that are written together or not at all, and the page that shows them. */
export type Done = {
  readonly changes: readonly Change[];
  /** Kind and id of what was acted on. */
  readonly subject: string;
  /** Path below the register. */
  readonly path: string;
};

/**
 * One thing that people can do to the register: `POST /api/{register}/{name}`, a form of a page, and the command
 * `tripoint {module} {name}` are made from it, so that all three ask and refuse alike.
 */
export type Action<Input extends z.ZodRawShape = z.ZodRawShape> = {
  /** What is acted on and how: `groups/activate`. */
  readonly name: string;
  readonly summary: string;
  readonly permission: Permission;
  /** Fields as texts, as a form and the command line give them; JSON gives the same. */
  readonly input: Input;
  /** Whom and what it touches, for the decision whether the actor may. */
  readonly object: (
    tx: Transaction,
    context: ActionContext,
    input: z.output<z.ZodObject<Input>>,
  ) => Promise<AccessObject>;
  /** Who takes part in the object's body; for permissions that ask for it. */
  readonly participation?: (
    tx: Transaction,
    context: ActionContext,
    object: AccessObject,
  ) => Promise<ParticipationPort>;
  /**
   * Loads what the rule needs, applies it and says what is to be written; writes nothing itself. `grant` is what lets the
   * actor do it.
   */
  readonly perform: (
    tx: Transaction,
    context: ActionContext & { readonly grant: Grant | null },
    input: z.output<z.ZodObject<Input>>,
  ) => Promise<Result<Done>>;
};

/** Checks an action against its input, and forgets the types so that actions fit in one list. */
export function defineAction<Input extends z.ZodRawShape>(action: Action<Input>): Action {
  return action as unknown as Action;
}
