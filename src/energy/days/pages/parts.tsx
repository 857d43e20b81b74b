import type { ComponentChildren } from 'preact';
import { type PlainDate, parsePartialDate, unionZone } from '#kernel/dates.ts';
import { type Language, localeOf } from '#kernel/languages.ts';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { PageContext } from '#platform/module.ts';
import { Note, Tabs } from '#platform/page/components.tsx';
import { crumbsToEnergy, energyPath } from '../../front/pages/crumbs.ts';
import { findRun, runsFolder } from '../../runs/kept-runs.ts';
import type { Run } from '../../runs/read-runs.ts';
import type { About } from '../../runs/run-file.ts';
import { runTexts } from '../../runs/text/texts.ts';
import { marketDay } from '../../time/market-day.ts';
import { dayTexts } from '../text/texts.ts';
import { dayText } from './day-text.ts';

export const daysPath = `${energyPath}/days`;

/** What can be looked at of one run, by the last part of its address; the first is the run's own page. */
export const runViews = ['step', 'domain', 'book', 'ledger'] as const;
export type RunView = (typeof runViews)[number];

/** One run, as a page of it shows it. */
export type Shown = {
  readonly run: Run;
  /** Under which it is kept. */
  readonly name: string;
  /** Place of the step that is looked at. */
  readonly step: number;
  readonly context: PageContext;
};

/** The run and the step of an address. Problems: those of `findRun`. */
export async function findShown(context: PageContext): Promise<Result<Shown>> {
  const name = context.params.run ?? '';
  const run = await findRun(runsFolder(context.dataFolder), name);
  return run.ok ? ok({ run: run.value, name, context, step: stepOf(context, run.value) }) : run;
}

/** The step that the address asks for; else the one in which prices stand furthest apart. */
export function stepOf({ query }: Pick<PageContext, 'query'>, { clearing: { result } }: Run): number {
  const asked = Number(/^[1-9]\d{0,3}$/.exec(query.get('step') ?? '')?.[0] ?? 0);
  if (asked >= 1 && asked <= result.steps.length) return asked - 1;
  const spreads = result.steps.map(({ prices }) => Math.max(...prices) - Math.min(...prices));
  return spreads.indexOf(Math.max(...spreads));
}

export const zonesOf = ({ run, step }: Pick<Shown, 'run' | 'step'>): readonly string[] =>
  run.clearing.steps[step]?.network.zones ?? [];

/** Place of the zone that a parameter of the address names, or of another where it names none. Problem: `choice_unknown`. */
export function zoneAsked(shown: Shown, parameter: string, otherwise: number): Result<number> {
  const zones = zonesOf(shown);
  const asked = shown.context.query.get(parameter) ?? '';
  if (asked === '') return ok(otherwise);
  const place = zones.indexOf(asked);
  return place >= 0
    ? ok(place)
    : fail(problem('choice_unknown', parameter, { text: asked.slice(0, 60), known: zones.join(', ') }));
}

/** Address of what is looked at of a run: `step` counts from 1. */
export function hrefOfView(
  { context, name }: Pick<Shown, 'context' | 'name'>,
  view: RunView,
  query: Readonly<Record<string, string | null>> = {},
): string {
  return context.href(pathOfView(name, view), query);
}

const pathOfView = (name: string, view: RunView) => `${daysPath}/${name}${view === 'step' ? '' : `/${view}`}`;

/** What stands above all that is shown of a run: that it is made up, and the way from one view to the others. */
export function RunHead({ shown, view }: { shown: Shown; view: RunView }) {
  const { page: words } = dayTexts(shown.context.language);
  const notes = notesOf(shown.run.about, shown.context.language);
  const step = String(shown.step + 1);
  return (
    <>
      {notes.length > 0 && <Note>{notes.join(' ')}</Note>}
      <Tabs
        label={words.views.label}
        items={runViews.map((one) => ({
          ...{ text: words.views[one], current: one === view },
          href: hrefOfView(shown, one, { step }),
        }))}
      />
    </>
  );
}

/** What whoever reads the run has to know first: what is made up, and what of the way it was made is not verified. */
export function notesOf({ isSynthetic, unverified, borders }: About, language: Language): readonly string[] {
  const words = runTexts(language);
  return [
    ...(isSynthetic ? [dayTexts(language).page.synthetic] : []),
    ...unverified.map((way) => words.unverified[way]),
    ...(borders === null ? [] : [words.borders[borders]]),
  ];
}

/** Title of what is shown of a run, and the way back up. */
export function headOf(shown: Shown, view: RunView) {
  const { context, run, name } = shown;
  const { page: words } = dayTexts(context.language);
  const title = words.title({
    day: dayText(run.about.day, context.language),
    mode: words.modes[run.about.mode],
  });
  const above = { text: words.days, path: daysPath };
  return view === 'step'
    ? { title, crumbs: crumbsToEnergy(context, above) }
    : {
        title: words.titleOfView({ view: words.views[view], title }),
        crumbs: crumbsToEnergy(context, above, { text: title, path: pathOfView(name, 'step') }),
      };
}

/** Which step it is, and from when to when it goes. */
export function stepText({ run, step, context }: Shown): string {
  const { page: words } = dayTexts(context.language);
  const { steps, hours } = run.clearing;
  return words.step({
    ...{ step: step + 1, steps: steps.length },
    ...clockOf(run.about.day, hours, step, context.language),
  });
}

/** Fields by which a reader chooses what a view of a run shows; the address keeps all of it, and no script is needed. */
export function Chooser({
  shown,
  view,
  children,
}: {
  shown: Shown;
  view: RunView;
  children: ComponentChildren;
}) {
  const { page: words } = dayTexts(shown.context.language);
  // Dates of the address, which a form would leave out.
  const [path = '', query = ''] = hrefOfView(shown, view).split('?');
  return (
    <form method="get" action={path} class="inline">
      {[...new URLSearchParams(query)].map(([key, value]) => (
        <input type="hidden" name={key} value={value} />
      ))}
      {children}
      <button type="submit">{words.show}</button>
    </form>
  );
}

/** The steps of the day as a slider, which arrow keys move. */
export function StepField({ shown }: { shown: Shown }) {
  const { page: words } = dayTexts(shown.context.language);
  const steps = shown.run.clearing.steps.length;
  return (
    <div class="field slider">
      <label for="step">{words.chooseStep}</label>
      <input type="range" id="step" name="step" min="1" max={steps} value={shown.step + 1} />
    </div>
  );
}

export function SelectField(props: {
  name: string;
  label: string;
  options: readonly { readonly value: string; readonly text: string }[];
  value: string;
}) {
  const { name, label, options, value } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Links to the steps before and after, with all else of the address as it is. */
export function stepLinks(
  shown: Shown,
  view: RunView,
  query: Readonly<Record<string, string | null>> = {},
): readonly { readonly text: string; readonly href: string }[] {
  const { step, run, context } = shown;
  const { page: words } = dayTexts(context.language);
  const hrefOf = (to: number) => hrefOfView(shown, view, { ...query, step: String(to) });
  return [
    ...(step > 0 ? [{ text: words.before, href: hrefOf(step) }] : []),
    ...(step + 1 < run.clearing.steps.length ? [{ text: words.after, href: hrefOf(step + 2) }] : []),
  ];
}

/** A number with so many digits behind the point, as readers of a language write it. */
export function number(value: number, digits: number, language: Language): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  // Nobody reads −0 as anything but a slip.
  const shown = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
  return new Intl.NumberFormat(localeOf(language), format).format(shown);
}

/** From when to when a step goes by the clock in Brussels, with the hour that a clock has twice; of a typical day by its hours alone. */
export function clockOf(day: string, hours: number, step: number, language: Language) {
  const parsed = parsePartialDate(day);
  const begins =
    parsed.ok && day.length === 10 ? marketDay(day as PlainDate, hours === 1 ? 60 : 15).begins : 0;
  const format = new Intl.DateTimeFormat(localeOf(language), {
    ...{ hour: '2-digit', minute: '2-digit', hour12: false },
    timeZone: begins === 0 ? 'UTC' : unionZone,
  });
  const at = (steps: number) => format.format(begins + steps * hours * 3_600_000);
  return { from: at(step), until: at(step + 1) };
}

/** Whole euros, as readers of a language write them. */
export function euros(amount: number, language: Language): string {
  const euro = parseCurrency('EUR');
  const cents = BigInt(Math.round(amount)) * 100n;
  return euro.ok ? formatMoney({ currency: euro.value, minor: cents }, language) : String(amount);
}
