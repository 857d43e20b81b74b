import type { RunStage, RunState } from '../model.ts';

type Params = Readonly<Record<string, string | number>>;

const stages: Readonly<Record<RunStage, string>> = {
  match: 'holding both sides of trade against each other',
  bridges: 'looking for bridges at home',
  features: 'counting features and cycles',
  scores: 'scoring',
};

const states: Readonly<Record<RunState, string>> = {
  waiting: 'waiting',
  running: 'running',
  stopped: 'stopped',
  done: 'done',
  failed: 'failed',
};

export const en = {
  stages,
  states,
  progress: ({ stage, done, total }: Params) => `${stage}: ${done} of ${total}`,
  line: ({ id, party, month, state }: Params) => `${id} ${party} ${month} ${state}`,
  none: 'There is no run.',
  alert: ({ place, trader, percent, least, most, euros, archetypes }: Params) =>
    `${place}. ${trader}  ${percent} % (${least} to ${most} %)  ${euros}  ${archetypes}`,
  found: ({ id, count, above, threshold }: Params) =>
    `Run ${id}: ${count} traders by trade at stake, ${above} of them at ${threshold} % or more; nothing is decided by it.`,
  synthetic: 'Made up: the model or files are synthetic, and this is for exercises alone.',
  stopped: ({ id }: Params) => `Run ${id} was stopped; asked for again it goes on.`,
  bundle: ({ trader, file }: Params) => `The bundle of ${trader} is in ${file}.`,
  replayed: ({ trader, probability }: Params) => `${trader}: ${probability}, the same as in the bundle.`,
  problems: {
    vat_nothing_taken_in: ({ state }: Params) =>
      `Nothing was taken in of which a score for ${state} could be made.`,
    vat_nothing_declared: () =>
      'By the end of that month no statement was due of which a score could be made.',
    vat_run_other_rules: () =>
      'The run was begun by the rules of another version of this product and cannot go on. Start a new run over the same month.',
    vat_run_failed: ({ message }: Params) => `The run ended by a fault: ${message}.`,
    vat_run_unknown: ({ run }: Params) => `There is no run ${run} that could be meant.`,
    vat_alert_unknown: ({ run, trader }: Params) => `Run ${run} names no ${trader}.`,
    vat_model_invalid: ({ message }: Params) => `The file is no model: ${message}`,
    vat_model_stale: ({ file }: Params) =>
      `The model in ${file} looks at other features than there are now: learn it again (vat learn).`,
    vat_bundle_invalid: ({ message }: Params) => `The file is no bundle of a score: ${message}`,
    vat_bundle_hash_differs: ({ named, made }: Params) =>
      `The bundle was changed: it says its hash is ${named}, and it is ${made}.`,
  },
};

export type RunTexts = typeof en;
