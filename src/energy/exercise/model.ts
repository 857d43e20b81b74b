/**
 * An exercise of a crisis: a made-up situation that a lead lets happen step by step, and what those at their seats write to each other,
 * say and decide in it (Pentex, evaluation §13.2.2).
 */

/** Who sits at the table: a party of the body, or whoever leads the exercise for the body itself. */
export type Seat = string;
export const secretariat: Seat = 'secretariat';

/**
 * An area of which load and capacity are told; its id is that of the party whose it is. Luxembourg is an area of its own here, as for
 * adequacy; on the market it belongs to a zone with Germany.
 */
export type Zone = {
  readonly id: string;
  /** MW. */
  readonly load: number;
  /** MW that can be generated, without the reserve. */
  readonly capacity: number;
  /** MW that a state can call up once it decides so. */
  readonly reserve: number;
  /** MW that are saved once a state asks its people to. */
  readonly savings: number;
  /** MW of load for each degree that it is colder. */
  readonly perDegree: number;
};

/** Two zones that are neighbours. */
export type Border = readonly [string, string];

/** What can go between two zones, either way. */
export type Link = { readonly ends: Border; readonly mw: number };

/** What limits exchange in a flow-based domain: Σ ptdf · net position ≤ ram, export positive. */
export type ElementRow = {
  readonly id: string;
  /** The border over which the element runs. */
  readonly ends: Border;
  /** In the order of the scenario's zones. */
  readonly ptdf: readonly number[];
  /** MW, not below zero. */
  readonly ram: number;
};

export const topics = ['supply', 'exports', 'shedding', 'cause'] as const;
export type Topic = (typeof topics)[number];
/** What a state can say of a zone, by what it is about: of one subject only one can be true. */
export const claims = [
  'supply.enough',
  'supply.tight',
  'supply.short',
  'exports.kept',
  'exports.reduced',
  'exports.stopped',
  'shedding.none',
  'shedding.prepared',
  'shedding.under_way',
  'cause.technical',
  'cause.weather',
  'cause.attack',
] as const;
export type Claim = (typeof claims)[number];
export const topicOf = (claim: Claim): Topic => claim.split('.')[0] as Topic;

/** What happens; MW and degrees are those of the scenario. */
export type Happening =
  | { readonly kind: 'unit_loss'; readonly zone: string; readonly mw: number }
  | { readonly kind: 'cold_wave'; readonly zones: readonly string[]; readonly degrees: number }
  /** `share` of the remaining available margin of the elements (or of the link) between two zones is lost. */
  | { readonly kind: 'ram_cut'; readonly ends: Border; readonly share: number }
  /** A state is asked to stop its exports. Nothing stops by that: it decides. */
  | { readonly kind: 'export_stop_request'; readonly zone: string }
  /** What a seat sends, and what is sent to it, waits until the channel is back. */
  | { readonly kind: 'channel_loss'; readonly seat: Seat; readonly until: number }
  | { readonly kind: 'media_report'; readonly zone: string; readonly claim: Claim };
export type HappeningKind = Happening['kind'];

export type Inject = Happening & {
  readonly id: string;
  /** Of the exercise, from its start. */
  readonly minute: number;
  /** Who is told of it by whoever leads the exercise; null: every seat. */
  readonly to: readonly Seat[] | null;
};

/** Made up from a seed, all of it. Injects in the order of their minutes. */
export type Scenario = {
  readonly template: TemplateName;
  readonly seed: number;
  readonly zones: readonly Zone[];
  /** What limits exchange where there is no domain. */
  readonly links: readonly Link[];
  readonly domain?: readonly ElementRow[];
  readonly injects: readonly Inject[];
};
export const templateNames = ['pentex-2018', 'black-out-22', 'pentex-2023'] as const;
export type TemplateName = (typeof templateNames)[number];

export const decisions = [
  'call_reserve',
  'ask_to_save',
  'stop_exports',
  'allow_exports',
  'shed_load',
  'inform_public',
  'no_action',
] as const;
export type Decision = (typeof decisions)[number];

/** What is done in an exercise. Messages have the numbers under which they stand in the log. */
export type Deed =
  /** By the lead: the clock goes on to this minute. */
  | { readonly kind: 'advance'; readonly to: number }
  /** `inject`: what it is about; null: nothing of the scenario. */
  | {
      readonly kind: 'message';
      readonly to: readonly Seat[];
      readonly inject: string | null;
      readonly text: string;
    }
  /** `of`: an inject's id or a message's number. */
  | { readonly kind: 'acknowledge'; readonly of: string }
  /** Said to all seats. */
  | { readonly kind: 'state'; readonly zone: string; readonly claim: Claim; readonly text: string | null }
  | {
      readonly kind: 'decide';
      readonly inject: string;
      readonly decision: Decision;
      readonly text: string | null;
    }
  | { readonly kind: 'end' };
export type DeedKind = Deed['kind'];

/** A line of the log: never changed and never taken away. */
export type Entry = Deed & {
  readonly number: number;
  /** On the exercise's clock. */
  readonly minute: number;
  readonly by: Seat;
};
export type EntryOf<Kind extends DeedKind> = Extract<Entry, { readonly kind: Kind }>;

/** What rules ask of an exercise. */
export type Exercise = {
  readonly scenario: Scenario;
  /** Parties that take part in it; the secretariat does always. */
  readonly parties: readonly string[];
  /** Minutes of the exercise within which whatever reaches a seat is to be acknowledged. */
  readonly acknowledgeWithin: number;
  readonly entries: readonly Entry[];
};

export const seatsOf = ({ parties }: Pick<Exercise, 'parties'>): readonly Seat[] => [...parties, secretariat];

export const entriesOf = <Kind extends DeedKind>(
  { entries }: Pick<Exercise, 'entries'>,
  kind: Kind,
): readonly EntryOf<Kind>[] => entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind);

export const hasEnded = (exercise: Pick<Exercise, 'entries'>): boolean =>
  entriesOf(exercise, 'end').length > 0;

export const exercisesPath = '/practice/energy/exercises';
export const exerciseHref = (id: string) => `${exercisesPath}/${encodeURIComponent(id)}`;
export const reportHref = (id: string) => `${exerciseHref(id)}/report`;
/** As the journal has them. */
export const exerciseSubject = (id: string) => `energy_exercises/${id}`;
