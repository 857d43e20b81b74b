import { useId } from 'preact/hooks';
import type { Tone } from './components.tsx';
import type { Point } from './map-atlas.ts';
import { frame, geometryOf, type MapGeometry } from './map-geometry.ts';
import { type Label, measures, placeLabels } from './map-labels.ts';
import { useTexts } from './page-language.ts';

/** Beside the tones of a status: a plain fact without a verdict, and the same in a lesser degree. */
export type MapTone = Tone | 'fact' | 'faint';

export type MapState = {
  /** ISO 3166-1 alpha-2, null for what is no state. */
  readonly code: string | null;
  readonly name: string;
  readonly tone: MapTone;
  /** What is the case there, in a word or two: it stands on the map. */
  readonly word: string;
  /** The same at more length; shown when the pointer rests on the state. */
  readonly text?: string | undefined;
};

/** Widths of the drawing, in pixels, for which labels are placed; map.css shows those that are not too wide for it. */
const widths = { wide: 430, narrow: 270 } as const;

/**
 * States on a map, each with its code, its word, and a mark and pattern of its tone, among their neighbours. Beside it on
 * the page stands a table that says the same and leads further: a drawing is one thing to those who listen to the page.
 * What is no state is named under the map. Nothing where fewer than two are states.
 */
export function StatesMap({ title, states }: { title: string; states: readonly MapState[] }) {
  const words = useTexts().map;
  const id = useId();
  const geometry = geometryOf(states.flatMap(({ code }) => code ?? []));
  if (geometry === null) return null;
  const stateOf = new Map(states.map((state) => [state.code, state]));
  const shown = geometry.states.flatMap((outline) => {
    const state = stateOf.get(outline.code);
    return state === undefined ? [] : [{ outline, state }];
  });
  const said = shown.map(({ state }) => state);
  const others = states.filter((state) => !said.includes(state));
  const [wide, narrow] = [labelsFor(geometry, said, widths.wide), labelsFor(geometry, said, widths.narrow)];
  return (
    <figure class="map">
      <svg
        role="img"
        aria-label={`${title}. ${said.map(({ name, word }) => words.state(name, word)).join('; ')}`}
      >
        <svg viewBox={`0 0 ${frame.width} ${frame.height}`} aria-hidden="true">
          <defs>
            {[...new Set(said.map(({ tone }) => tone))].map((tone) => (
              <Pattern id={`${id}-${tone}`} tone={tone} />
            ))}
          </defs>
          <path class="around" d={geometry.around} />
          {shown.map(({ outline, state }) => (
            <path class={state.tone} fill={`url(#${id}-${state.tone})`} d={outline.path}>
              <title>{words.state(state.name, state.text ?? state.word)}</title>
            </path>
          ))}
        </svg>
        {[
          { size: 'wide', ...wide },
          { size: 'narrow', ...narrow },
        ].map(({ size, labels }) => (
          <g class={size}>
            {labels.map((label) => (
              <StateLabel label={label} tone={stateOf.get(label.code)?.tone ?? 'none'} />
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        {!(wide.worded && narrow.worded) && (
          <ul class={wide.worded ? 'narrow' : undefined}>
            {[...Map.groupBy(said, ({ tone, word }) => `${tone} ${word}`).values()].map((same) => (
              <Meaning states={same} />
            ))}
          </ul>
        )}
        {others.length > 0 && (
          <p>{words.others(others.map(({ name, word }) => `${name} (${word})`).join(', '))}</p>
        )}
        <small>
          {title}. {words.borders}
        </small>
      </figcaption>
    </figure>
  );
}

type Labels = { readonly labels: readonly Label[]; readonly worded: boolean };

/** With the words where all of them find a place; else the codes alone, and the words stand under the map. */
function labelsFor(geometry: MapGeometry, states: readonly MapState[], width: number): Labels {
  const wordings = (worded: boolean) =>
    states.flatMap(({ code, word }) => (code === null ? [] : [{ code, lines: worded ? linesOf(word) : [] }]));
  const labels = placeLabels(geometry, wordings(true), width);
  if (labels.length === states.length) return { labels, worded: true };
  return { labels: placeLabels(geometry, wordings(false), width), worded: false };
}

/** Lines of about a dozen letters; a longer word keeps a line of its own. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 13) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** In per cent of the drawing, so that letters keep their size however large it is shown. */
function percent([x, y]: Point): readonly [string, string] {
  const of = (part: number, whole: number) => `${Math.round((part / whole) * 1000) / 10}%`;
  return [of(x, frame.width), of(y, frame.height)];
}

function StateLabel({ label, tone }: { label: Label; tone: MapTone }) {
  const { code, lines, width, height } = label;
  const [x, y] = percent(label.at);
  const [toX, toY] = percent(label.anchor);
  const { lineHeight, mark, padding } = measures;
  const first = 3 + lineHeight / 2 - height / 2;
  // Under its word the code stands at the left, where a reader begins.
  const left = padding - width / 2;
  return (
    <>
      {label.beside && (
        <>
          <line x1={x} y1={y} x2={toX} y2={toY} />
          <line class={tone} x1={x} y1={y} x2={toX} y2={toY} />
          <circle class={tone} cx={toX} cy={toY} r="3" />
        </>
      )}
      <svg class={`label ${tone}`} x={x} y={y} aria-hidden="true">
        <rect x={-width / 2} y={-height / 2} width={width} height={height} rx="4" />
        <ToneMark tone={tone} x={left + 5} y={first} />
        <text x={left + mark} y={first + 4} class="code">
          {code}
        </text>
        {lines.map((line, index) => (
          <text x={left} y={first + 4 + lineHeight * (index + 1)}>
            {line}
          </text>
        ))}
      </svg>
    </>
  );
}

/** The shapes of a status in the style sheet; a fact is a square, full or empty. */
function ToneMark({ tone, x, y }: { tone: MapTone; x: number; y: number }) {
  switch (tone) {
    case 'good':
      return <circle class="mark full" cx={x} cy={y} r="4.5" />;
    case 'part':
      return (
        <>
          <path class="mark full" d={`M${x} ${y - 4}a4 4 0 0 0 0 8z`} />
          <circle class="mark" cx={x} cy={y} r="4" />
        </>
      );
    case 'bad':
      return <path class="mark" d={`M${x} ${y - 5}l5 5-5 5-5-5z`} />;
    case 'none':
      return <circle class="mark dotted" cx={x} cy={y} r="4" />;
    case 'fact':
      return <rect class="mark full" x={x - 4} y={y - 4} width="8" height="8" />;
    case 'faint':
      return <rect class="mark" x={x - 4} y={y - 4} width="8" height="8" />;
  }
}

/** Lines and dots of each tone, in units of the frame: told apart without colour. */
const patterns: Readonly<Record<MapTone, string>> = {
  good: '',
  part: 'M-5 5l10-10M0 24l24-24M19 29l10-10',
  bad: 'M-5 5l10-10M0 24l24-24M19 29l10-10M-5 19l10 10M0 0l24 24M19-5l10 10',
  none: 'M6 6h0M18 18h0',
  fact: '',
  faint: 'M0 6h24M0 18h24',
};

function Pattern({ id, tone }: { id: string; tone: MapTone }) {
  return (
    <pattern id={id} class={tone} width="24" height="24" patternUnits="userSpaceOnUse">
      <rect width="24" height="24" />
      {patterns[tone] !== '' && <path d={patterns[tone]} />}
    </pattern>
  );
}

/** What a mark on the map stands for, and where it does. */
function Meaning({ states }: { states: readonly MapState[] }) {
  const [first] = states;
  if (first === undefined) return null;
  return (
    <li>
      <svg class={`sign ${first.tone}`} viewBox="-6 -6 12 12" aria-hidden="true">
        <ToneMark tone={first.tone} x={0} y={0} />
      </svg>
      {useTexts().map.state(first.word, states.map(({ code }) => code).join(', '))}
    </li>
  );
}
