import type { PlainDate } from '#kernel/dates.ts';
import type { Cents } from '../model.ts';
import { type Instruction, instructionOf, isDecision, type Kept } from './kept.ts';

/** What was decided: all that was claimed is granted, less than that, or nothing; or the claim goes no further (Dir. 2008/9, art. 18). */
export type Outcome = 'granted' | 'in_part' | 'refused' | 'not_forwarded';

/** What the taxpayer is told of the decision on a claim. */
export type DecisionNotice = {
  readonly outcome: Outcome;
  readonly on: PlainDate;
  /** The party that decided. */
  readonly by: string;
  readonly claimed: Cents;
  readonly approved: Cents;
  readonly corrections: Cents;
  /** What is granted: approved, less corrections. */
  readonly refund: Cents;
  /** What is not granted of what was claimed. */
  readonly refused: Cents;
  readonly reason: string | null;
  readonly instruction: Instruction;
};

/** The notice of the decision on a claim; null: there is none yet. */
export function decisionNoticeOf(kept: readonly Kept[]): DecisionNotice | null {
  const lodged = kept.find(({ event }) => event.act === 'lodge')?.event;
  const decided = kept.find(({ event }) => isDecision(event));
  if (decided === undefined || lodged?.act !== 'lodge') return null;
  const { event, by } = decided;
  const claimed = lodged.cents;
  const common = { on: event.on, by, claimed, instruction: instructionOf(kept, { offset: null }) };
  if (event.act === 'refuse' || event.act === 'refuse_forwarding')
    return {
      ...common,
      ...{ outcome: event.act === 'refuse' ? 'refused' : 'not_forwarded', reason: event.reason },
      ...{ approved: 0, corrections: 0, refund: 0, refused: claimed },
    };
  if (event.act !== 'approve') return null;
  const { approved, corrections } = event;
  const refund = Math.max(0, approved - corrections);
  const outcome = refund === 0 ? 'refused' : refund < claimed ? 'in_part' : 'granted';
  return {
    ...common,
    ...{ outcome, approved, corrections, refund, refused: claimed - refund, reason: decided.reason },
  };
}
