import { describe, expect, test } from 'vitest';
import { happened } from '../fixtures/claims.ts';
import type { ClaimEvent } from '../model.ts';
import { decisionNoticeOf } from './decision-notice.ts';
import {
  type Instruction,
  instructionOf,
  type Kept,
  lacksOf,
  noticesIn,
  otherInstructionOf,
} from './kept.ts';

const unsaid: Instruction = { authority: null, remedy: null };
const kept = (event: ClaimEvent, by: string, said: Partial<Kept> = {}): Kept => ({
  ...{ event, by, entries: 0, told: null, reason: null, instruction: unsaid },
  ...said,
});
const lodged = kept(happened('lodge', '2020-09-28', { cents: 5_000_00 }), 'NL');
const approved = (cents: number, corrections: number, said: Partial<Kept> = {}) =>
  kept(happened('approve', '2021-02-01', { approved: cents, corrections }), 'BE', said);

describe('The notice of a decision', () => {
  test('is not there before there is a decision', () => {
    expect(decisionNoticeOf([lodged])).toBe(null);
    expect(decisionNoticeOf([])).toBe(null);
  });

  test('says of what was granted how much of what was claimed it is, and why not the rest', () => {
    expect(decisionNoticeOf([lodged, approved(5_000_00, 0)])).toMatchObject({
      ...{ outcome: 'granted', refund: 5_000_00, refused: 0, reason: null, by: 'BE' },
    });
    const part = approved(4_800_00, 300_00, { reason: 'Two invoices are not deductible' });
    expect(decisionNoticeOf([lodged, part])).toMatchObject({
      ...{ outcome: 'in_part', claimed: 5_000_00, approved: 4_800_00, corrections: 300_00 },
      ...{ refund: 4_500_00, refused: 500_00, reason: 'Two invoices are not deductible', on: '2021-02-01' },
    });
    expect(decisionNoticeOf([lodged, approved(300_00, 300_00)])?.outcome).toBe('refused');
  });

  test('says of what was refused, or not forwarded, by whom and why', () => {
    const refuse = kept(happened('refuse', '2021-02-01', { reason: 'No answer' }), 'BE');
    expect(decisionNoticeOf([lodged, refuse])).toMatchObject({
      ...{ outcome: 'refused', refund: 0, refused: 5_000_00, reason: 'No answer', by: 'BE' },
    });
    const stopped = kept(happened('refuse_forwarding', '2020-10-01', { reason: 'Exempt' }), 'NL');
    expect(decisionNoticeOf([lodged, stopped])).toMatchObject({
      ...{ outcome: 'not_forwarded', reason: 'Exempt', by: 'NL' },
    });
  });

  test('names the authority and the remedy as the decision did, and nothing where it did not', () => {
    const instruction = { authority: 'Made-up office', remedy: 'Object within the made-up term' };
    expect(decisionNoticeOf([lodged, approved(1, 0, { instruction })])?.instruction).toEqual(instruction);
    expect(decisionNoticeOf([lodged, approved(1, 0)])?.instruction).toEqual(unsaid);
  });
});

describe('Authority and remedy that are named after the decision', () => {
  const added = (offset: string | null, by: string, said: Partial<Instruction>) =>
    kept(happened('add_remedy', '2021-03-01', { offset }), by, { instruction: { ...unsaid, ...said } });

  test('stand in its notice, which for the rest says what was decided', () => {
    const before = [lodged, approved(1, 0)];
    expect(noticesIn(before)).toEqual([{ offset: null, by: 'BE' }]);
    expect(lacksOf(before, { offset: null })).toEqual(['authority', 'remedy']);
    const half = [...before, added(null, 'BE', { authority: 'Made-up office' })];
    expect(lacksOf(half, { offset: null })).toEqual(['remedy']);
    const whole = [...half, added(null, 'BE', { remedy: 'Object' })];
    expect(lacksOf(whole, { offset: null })).toEqual([]);
    expect(decisionNoticeOf(whole)).toEqual({
      ...decisionNoticeOf(before),
      instruction: { authority: 'Made-up office', remedy: 'Object' },
    });
  });

  test('are of one notice alone, that of the decision or of one offset', () => {
    const road = 'recovery_request';
    const offset = 'o-1';
    const all = [
      ...[lodged, approved(1, 0)],
      kept(happened('propose_offset', '2021-02-02', { offset, road }), 'NL'),
      kept(happened('execute_offset', '2021-02-03', { offset, road, cents: 1 }), 'BE'),
      added(offset, 'BE', { authority: 'Made-up office', remedy: 'Object' }),
    ];
    expect(noticesIn(all)).toEqual([
      { offset: null, by: 'BE' },
      { offset, by: 'BE' },
    ]);
    expect(lacksOf(all, { offset })).toEqual([]);
    expect(lacksOf(all, { offset: null })).toEqual(['authority', 'remedy']);
  });
});

describe('The notice of an offset', () => {
  const said = (authority: string | null, remedy: string | null = null) => ({
    instruction: { authority, remedy },
  });
  const offset = 'o-1';
  const acts = (road: 'consent_transfer' | 'recovery_request', proposes: object, executes: object) => [
    kept(happened('propose_offset', '2021-02-02', { offset, road }), 'NL', proposes),
    kept(happened('execute_offset', '2021-02-03', { offset, road, cents: 1 }), 'BE', executes),
  ];

  test('names what the state said that tells the taxpayer, and beside it what the other said, never one as the other', () => {
    const both = [said('Dutch office'), said('Belgian office')] as const;
    expect(instructionOf(acts('consent_transfer', ...both), { offset }).authority).toBe('Dutch office');
    expect(instructionOf(acts('recovery_request', ...both), { offset }).authority).toBe('Belgian office');
    const other = acts('recovery_request', said('Dutch office', 'Dutch remedy'), said(null));
    expect(instructionOf(other, { offset })).toEqual(unsaid);
    expect(otherInstructionOf(other, offset)).toEqual({ by: 'NL', ...said('Dutch office', 'Dutch remedy') });
    expect(otherInstructionOf(acts('consent_transfer', ...both), offset)).toEqual({
      ...{ by: 'BE', ...said('Belgian office') },
    });
    expect(otherInstructionOf(acts('consent_transfer', both[0], said(null)), offset)).toBeNull();
    expect(otherInstructionOf(other, 'o-2')).toBeNull();
  });

  test('names what was said last, when the taxpayer was told, and nothing of another offset', () => {
    const notify = kept(happened('notify', '2021-02-04', { offset }), 'NL', said(null, 'New remedy'));
    const all = [...acts('consent_transfer', said('Dutch office', 'Old remedy'), said(null)), notify];
    expect(instructionOf(all, { offset })).toEqual({ authority: 'Dutch office', remedy: 'New remedy' });
    expect(instructionOf(all, { offset: 'o-2' })).toEqual(unsaid);
  });
});
