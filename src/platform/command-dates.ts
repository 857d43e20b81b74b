import { type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import { ok, type Result } from '#kernel/result.ts';
import { todayOn } from '#platform/clock.ts';
import type { Command, CommandContext } from '#platform/module.ts';
import type { Register } from '#platform/records/registers.ts';

export const knownAtOption: Command['options'] = {
  'known-at': { type: 'string', help: 'as it was known on this date (default: today)' },
};

export const datesOptions: Command['options'] = {
  'as-of': {
    type: 'string',
    help: 'as it was on this date: 2016, 2016-07 or 2016-07-01 (default: the date of the source)',
  },
  ...knownAtOption,
};

export function knownAtOf(context: CommandContext): Result<PartialDate> {
  const given = context.options['known-at'];
  return typeof given === 'string' ? parsePartialDate(given, '--known-at') : ok(todayOn(context.clock));
}

/** A register loaded from a source opens at the source's horizon: what came after is recorded only where it says so. */
export function asOfOf(context: CommandContext, register: Register): Result<PartialDate> {
  const given = context.options['as-of'];
  return typeof given === 'string' ? parsePartialDate(given, '--as-of') : ok(register.knownFrom);
}
