import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { type Address, datesOf, formatAddress } from './address.ts';
import { PageAddress, useTexts } from './page-language.ts';

/** Every status has a word and a shape besides its colour: disc, half disc, diamond, dotted ring. */
export type Tone = 'good' | 'part' | 'bad' | 'none';

export function StatusMark({ tone, text }: { tone: Tone; text: ComponentChildren }) {
  return <span class={`status ${tone}`}>{text}</span>;
}

/** A short fact without a verdict, for example a kind or a code. */
export function Tag({ children }: { children: ComponentChildren }) {
  return <span class="tag">{children}</span>;
}

/** A rounded label that may lead somewhere. */
export function Chip({ href, children }: { href?: string | undefined; children: ComponentChildren }) {
  return href === undefined ? (
    <span class="chip">{children}</span>
  ) : (
    <a class="chip" href={href}>
      {children}
    </a>
  );
}

export type Link = { readonly text: ComponentChildren; readonly href: string };

/** A sheet with a title; `tools` are small links at its right. `id` makes it a target for deep links. */
export function Section(props: {
  title: ComponentChildren;
  id?: string | undefined;
  tools?: readonly Link[] | undefined;
  children: ComponentChildren;
}) {
  const { title, id, tools = [], children } = props;
  return (
    <section class="sheet" id={id}>
      <header class="sheet-head">
        <h2>{title}</h2>
        {tools.length > 0 && (
          <span class="tools">
            {tools.map((tool) => (
              <a href={tool.href}>{tool.text}</a>
            ))}
          </span>
        )}
      </header>
      {children}
    </section>
  );
}

/** Two columns on a wide screen, the first wider; one below the other on a narrow one. */
export function Columns({ main, aside }: { main: ComponentChildren; aside: ComponentChildren }) {
  return (
    <div class="columns">
      <div class="stack">{main}</div>
      <div class="stack">{aside}</div>
    </div>
  );
}

export function Stack({ children }: { children: ComponentChildren }) {
  return <div class="stack">{children}</div>;
}

export type Tab = { readonly text: string; readonly href: string; readonly current: boolean };

export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {items.map((item) => (
        <a href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.text}
        </a>
      ))}
    </nav>
  );
}

/** A judgement on what stands above it: comparable or not, and why. */
export function Verdict(props: { tone: Tone; title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class={`verdict ${props.tone}`}>
      <strong>{props.title}</strong>
      <div>{props.children}</div>
    </div>
  );
}

/** Why the reader may see this: instrument, article, purpose, until when (rule 3 of the house). */
export function Basis({ title, children }: { title?: string | undefined; children: ComponentChildren }) {
  const words = useTexts();
  return (
    <div class="basis">
      <strong>{title ?? words.basis}</strong>
      <div>{children}</div>
    </div>
  );
}

export function Note({ children }: { children: ComponentChildren }) {
  return <div class="note">{children}</div>;
}

/** Never a bare "nothing": why it is empty, what the reader can do, and who else can do something about it. */
export type EmptyReason = {
  readonly why: ComponentChildren;
  readonly what?: ComponentChildren;
  readonly who?: ComponentChildren;
};

export function EmptyState({ why, what, who }: EmptyReason) {
  return (
    <div class="empty">
      <p>
        <strong>{why}</strong>
      </p>
      {what !== undefined && <p>{what}</p>}
      {who !== undefined && <p>{who}</p>}
    </div>
  );
}

/** One bar of a comparison. `share` is 0 to 1 of the longest bar, null where there is no figure; `faint` marks a potential. */
export function BarRow(props: {
  label: ComponentChildren;
  share: number | null;
  text: ComponentChildren;
  faint?: boolean | undefined;
}) {
  const { label, share, text, faint = false } = props;
  return (
    <div class="bar">
      <span>{label}</span>
      {share === null ? (
        <span class="track gap" />
      ) : (
        <svg class={faint ? 'track faint' : 'track'} aria-hidden="true">
          <rect width={`${Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10}%`} height="100%" rx="3" />
        </svg>
      )}
      <strong>{text}</strong>
    </div>
  );
}

/**
 * Where it is written: `§ 9.2.2, 9.4.1` with the title of the register that is the source (rule 1 of the house). Each
 * section leads to all that rests on it.
 */
export function Sources(props: {
  register: { readonly title: string };
  sections: readonly string[] | null | undefined;
}) {
  const words = useTexts();
  const address = useContext(PageAddress);
  const { register, sections } = props;
  if (sections === null || sections === undefined || sections.length === 0) return null;
  return (
    <small class="sources">
      <abbr title={`${words.sources.label}: ${register.title}`}>§</abbr>{' '}
      {sections.map((section, index) => {
        const written = section.replace(/^§\s*/, '');
        return (
          <>
            {index > 0 && ', '}
            {address === null || address.register === null ? (
              written
            ) : (
              <a href={citing(address, section)} title={words.sources.citing(written)} rel="nofollow">
                {written}
              </a>
            )}
          </>
        );
      })}
    </small>
  );
}

/** Everything in the register that rests on a section. */
function citing(address: Address, section: string): string {
  const query = datesOf(address.query);
  return formatAddress({ ...address, path: '/find', query }, { query: { source: section } });
}

export type Field = { readonly label: ComponentChildren; readonly value: ComponentChildren };

export function FieldList({ fields }: { fields: readonly Field[] }) {
  return (
    <dl class="fields">
      {fields.map((field) => (
        <div>
          <dt>{field.label}</dt>
          <dd>{field.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Moment = {
  readonly when: ComponentChildren;
  readonly what: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** Shape of the mark beside the line. */
  readonly tone?: Tone;
};

/** Dated events in the order in which they are given. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol class="timeline">
      {moments.map((moment) => (
        <li class={moment.tone}>
          <span class="when">{moment.when}</span>
          <div>
            {moment.what}
            {moment.detail !== undefined && <small>{moment.detail}</small>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export type Branch = {
  readonly label: ComponentChildren;
  readonly detail?: ComponentChildren;
  readonly current?: boolean;
  readonly branches?: readonly Branch[];
};

/** What came from what: lineage of groups, bodies under bodies. A `wide` one stands in columns where there is room. */
export function Tree({ branches, wide = false }: { branches: readonly Branch[]; wide?: boolean }) {
  return (
    <ul class={wide ? 'tree wide' : 'tree'}>
      {branches.map((branch) => (
        <li>
          <div aria-current={branch.current === true ? 'true' : undefined}>
            {branch.label}
            {branch.detail !== undefined && <small>{branch.detail}</small>}
          </div>
          {branch.branches !== undefined && branch.branches.length > 0 && <Tree branches={branch.branches} />}
        </li>
      ))}
    </ul>
  );
}

/** Something due: days left (below zero is late, null is unknown), what, and a way to it. */
export function DueList(props: {
  items: readonly {
    readonly days: number | null;
    readonly late?: boolean;
    readonly unit: string;
    readonly what: ComponentChildren;
    readonly detail?: ComponentChildren;
    readonly link?: Link;
  }[];
}) {
  return (
    <ul class="due">
      {props.items.map(({ days, late = days !== null && days < 0, unit, what, detail, link }) => (
        <li>
          <span class={late ? 'days late' : 'days'}>
            {days ?? '?'}
            <small>{unit}</small>
          </span>
          <div>
            {what}
            {detail !== undefined && <small>{detail}</small>}
          </div>
          {link !== undefined && <a href={link.href}>{link.text}</a>}
        </li>
      ))}
    </ul>
  );
}

/** A large figure with what it counts; the three numbers of an overview. */
export function Figure(props: {
  value: ComponentChildren;
  label: ComponentChildren;
  detail?: ComponentChildren;
}) {
  return (
    <div class="figure">
      <strong>{props.value}</strong>
      <span>{props.label}</span>
      {props.detail !== undefined && <small>{props.detail}</small>}
    </div>
  );
}

export function FigureRow({ children }: { children: ComponentChildren }) {
  return <div class="figures">{children}</div>;
}
