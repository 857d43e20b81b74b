import { type Language, localeOf } from '#kernel/languages.ts';
import type { Names } from '#union';
import type { Claim, Happening } from './model.ts';
import type { Item } from './rules/told.ts';
import { seatName } from './seated.ts';
import { exerciseTexts } from './text/texts.ts';

/** What happens in an exercise in the reader's words. */

export const figure = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 0 }).format(Math.round(value));

export const decimal = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    value,
  );

export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 }).format(share);

export const claimWords = (claim: Claim, language: Language): string => exerciseTexts(language).claims[claim];

/** What somebody is told, in one line: what happened, or what another seat wrote. */
export const itemWords = (item: Item, names: Names, language: Language): string =>
  item.kind === 'inject' ? happeningWords(item.inject, names, language) : item.message.text;

export function happeningWords(one: Happening, names: Names, language: Language): string {
  const { happenings } = exerciseTexts(language);
  const called = (id: string) => seatName(id, names, language);
  switch (one.kind) {
    case 'unit_loss':
      return happenings.unit_loss({ zone: called(one.zone), mw: figure(one.mw, language) });
    case 'cold_wave':
      return happenings.cold_wave({ zones: one.zones.map(called).join(', '), degrees: one.degrees });
    case 'ram_cut':
      return happenings.ram_cut({
        ...{ one: called(one.ends[0]), other: called(one.ends[1]) },
        share: percent(one.share, language),
      });
    case 'export_stop_request':
      return happenings.export_stop_request({ zone: called(one.zone) });
    case 'channel_loss':
      return happenings.channel_loss({ seat: called(one.seat), until: one.until });
    case 'media_report':
      return happenings.media_report({ zone: called(one.zone), claim: claimWords(one.claim, language) });
  }
}
