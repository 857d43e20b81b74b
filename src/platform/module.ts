import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import type { PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { Said } from '#kernel/localized-text.ts';
import type { Problem, Result } from '#kernel/result.ts';
import type { Actor, Permission } from '#platform/access/access.ts';
import type { Action } from '#platform/actions/action.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import type { FeedFormat } from '#platform/export/format.ts';
import type { JournalEntry } from '#platform/journal/journal.ts';
import type { Kind } from '#platform/records/kind.ts';
import type { Register } from '#platform/records/registers.ts';

/**
 * A module's manifest: all that it adds to the house. `app` holds the list of them and wires what they bring;
 * nothing else knows which modules there are.
 */
export type Module = {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly pages: readonly Page[];
  readonly routes: readonly Route[];
  readonly feeds: readonly Feed[];
  readonly downloads: readonly Download[];
  readonly panels: readonly Panel[];
  /** What of the module's tables, series and feeds the catalogue lists. */
  readonly datasets: (context: ReadContext) => Promise<readonly Dataset[]>;
  readonly commands: readonly Command[];
  /** What people can do: each a form, a question of the API and a command. */
  readonly actions: readonly Action[];
  readonly permissions: readonly Permission[];
  /** Texts of the module's problem codes, by language: code to a sentence made from its parameters. */
  readonly problems: Readonly<Record<Language, ProblemTexts>>;
};

export type ProblemTexts = Readonly<Record<string, (params: Problem['params']) => string>>;

/** The texts of a module's rooms in one catalogue. Throws where two of them have one for the same code: a reader would be told the other. */
export function problemsOf(
  rooms: readonly ((language: Language) => { readonly problems: ProblemTexts })[],
): Module['problems'] {
  const inLanguage = (language: Language) => {
    const texts = rooms.flatMap((room) => Object.entries(room(language).problems));
    const codes = texts.map(([code]) => code);
    const twice = codes.filter((code, place) => codes.indexOf(code) !== place);
    if (twice.length > 0) throw new Error(`Two texts for one code: ${twice.join(', ')}`);
    return Object.fromEntries(texts);
  };
  return { nl: inLanguage('nl'), fr: inLanguage('fr'), de: inLanguage('de'), en: inLanguage('en') };
}

/** The six entries of product.md, always in this order. */
export const navigationEntries = ['desk', 'programme', 'law', 'parliament', 'evidence', 'practice'] as const;
export type NavigationEntry = (typeof navigationEntries)[number];

/** What a question is about, whoever asks: a page, a command or a program. Dates are resolved: both always present. */
export type ReadContext = {
  readonly language: Language;
  readonly register: Register;
  /** The day or period asked about; a period means its last day. */
  readonly asOf: PartialDate;
  readonly knownAt: PartialDate;
  readonly modules: readonly Module[];
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
};

/** Everything a page may know of its request. */
export type PageContext = ReadContext & {
  readonly registers: readonly Register[];
  readonly actor: Actor;
  readonly query: URLSearchParams;
  /** Path parameters, for example `{ id: 'fisc-moss' }` for `/groups/:id`. */
  readonly params: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** Where this node keeps what is not in its database. */
  readonly dataFolder: string;
  /** Whether this node has a server for mail, so that reminders leave it. */
  readonly sendsMail: boolean;
  /** Journals, in the reader's name, what a page is about to hand out: it is written before the page is sent. */
  record(entry: Omit<JournalEntry, 'actor'>): void;
  /** Address of another page of the same register, language and dates: `href('/groups/fisc-moss')`. */
  href(path: string, query?: Readonly<Record<string, string | null>>): string;
};

export type PageContent = {
  /** In the page's language; a record's title with the one that it is in. */
  readonly title: string | Said;
  readonly lede?: ComponentChildren;
  /** Crumbs above the title, outermost first. */
  readonly crumbs?: readonly { readonly text: string; readonly href: string }[];
  readonly body: ComponentChildren;
  /** Exports of this page's rows (`?format=csv` …) offered in the head and by `link rel="alternate"`. */
  readonly exports?: readonly ExportFormat[];
  /** Feeds that carry what this page shows, offered in the same two places. */
  readonly feeds?: readonly FeedLink[];
};

export type ExportFormat = 'csv' | 'xlsx' | 'json' | 'pdf' | 'docx';

/**
 * What a page makes; or how it makes the rest when its transaction has ended, so that a long look into files holds no connection of the
 * database. All that it says of the database it has read by then.
 */
export type MadeOf<T> = Result<T> | (() => Promise<Result<T>>);

/** A page, or what it shows in another format when the address ends in `?format=`: as rows or as a document, never both. */
export type Page = {
  /** Path below `/{language}/{register}`, with `:name` parameters; `''` is the register's front page. */
  readonly path: string;
  readonly navigation: NavigationEntry | null;
  /** Single key after `g` that leads here, for entry pages. */
  readonly key?: string;
  /** A list whose filters, which are its address, readers can give names to. */
  readonly filters?: true;
  readonly render: (context: PageContext) => Promise<MadeOf<PageContent>>;
  readonly exportTable?: (context: PageContext) => Promise<MadeOf<ExportTable>>;
  readonly exportDocument?: (context: PageContext) => Promise<MadeOf<DocumentContent>>;
};

/**
 * What a module adds to a page of one below it, which knows nothing of it: the page leaves a place for whatever there is
 * (`src/platform/page/panels.tsx`), in the order of the modules.
 */
export type Panel = {
  /** Path of the page, as its manifest has it: `/law/:id`. */
  readonly page: string;
  /** A section of its own, asked with the page's own context and parameters; null: nothing to say on this one. */
  readonly render: (context: PageContext) => Promise<ComponentChildren | null>;
};

/** Media types under which files are handed out to be kept: none that a browser shows as a page or runs. */
export const handedTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain; charset=utf-8',
  'application/json',
] as const;

/** A file that is kept by whoever gets it, as it leaves. */
export type HandedFile = {
  /** For whoever keeps it; its ending says what it is handed out as. */
  readonly name: string;
  readonly type: (typeof handedTypes)[number];
  readonly bytes: Uint8Array;
};

/**
 * An address below the register that answers with one file, brought or made, to be kept and not to be shown. It decides
 * itself, each time, whether the reader may have it; what it wants in the journal is written before the file leaves.
 */
export type Download = {
  /** Path below `/{language}/{register}`, with `:name` parameters. */
  readonly path: string;
  readonly load: (context: PageContext) => Promise<MadeOf<HandedFile>>;
};

/** Rows for CSV, XLSX and JSON, each column with a note that says what it holds and what a gap in it means. */
export type ExportTable = {
  /** Stem of the file name, without extension. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly key: string; readonly title: string; readonly note: string }[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** Where the rows come from and under which terms, as lines. */
  readonly notes: readonly string[];
};

/** What a feed may know of its request: nothing of who asks, so that everybody gets the same. */
export type FeedContext = ReadContext & {
  readonly query: URLSearchParams;
  /** Path parameters, as a page has them. */
  readonly params: Readonly<Record<string, string>>;
  /** Whole address, with the node's own, of a page or feed of the same register, language and dates. */
  address(path: string, query?: Readonly<Record<string, string | null>>): string;
};

/** What the register holds in a standard format, for programs that come back by themselves. Public kinds only. */
export type Feed = {
  /** Path below `/{language}/{register}`, with `:name` parameters: `/deadlines.ics`. */
  readonly path: string;
  readonly format: FeedFormat;
  readonly title: (language: Language) => string;
  /** Parameters of the address that it takes besides the dates. */
  readonly parameters: readonly string[];
  /** The same question of the same state gives the same text. A problem's path names a parameter, or is empty. */
  readonly answer: (context: FeedContext) => Promise<Result<string>>;
};

/** A feed as a page offers it; `params` where its path has some, `query` and `title` where it is that of somebody. */
export type FeedLink = {
  readonly feed: Feed;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly title?: string;
};

/** The path of a feed with its parameters filled in. */
export function feedPath({ feed, params = {} }: FeedLink): string {
  return feed.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** One entry of the catalogue: a page's table, a series, a feed, with every form in which it can be had. */
export type Dataset = {
  /** Stable within the register, and its words those of an address: `parliament`, `evidence/working_groups`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Path of the page that shows it. */
  readonly page: string;
  /** Formats in which that page's table can be taken. */
  readonly exports: readonly ExportFormat[];
  readonly feeds: readonly FeedLink[];
  /** First and last year that it speaks of; null: of none in particular. */
  readonly years: readonly [string, string] | null;
};

/**
 * A question that programs ask, `GET /api/{register}{path}`, with the contract that becomes its validation, its types and
 * its description. Open to everybody, so it answers nothing of kinds that are not.
 */
export type Route<
  Params extends z.ZodRawShape = z.ZodRawShape,
  Query extends z.ZodRawShape = z.ZodRawShape,
  Response extends z.ZodType = z.ZodType,
> = {
  /** Path below the register, with `:name` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly params: Params;
  /** Dates of the moment are listed here and resolved in the context; `language` is known to every route. */
  readonly query: Query;
  /** The answer, described: units, and what a null means. */
  readonly response: Response;
  /**
   * Parameters of path and query with which the question can be asked of a register, for its description; null where the
   * register has nothing to ask about. Absent: it needs none.
   */
  readonly example?: (context: ReadContext) => Promise<Readonly<Record<string, string>> | null>;
  /** `asked` are the parameters of path and query. A problem's path names one of them, or is empty. */
  answer(
    context: ReadContext,
    asked: z.output<z.ZodObject<Params>> & z.output<z.ZodObject<Query>>,
  ): Promise<Result<z.output<Response>>>;
};

/** Checks a route's answer against its contract, and forgets the types so that routes fit in one list. */
export function defineRoute<
  Params extends z.ZodRawShape,
  Query extends z.ZodRawShape,
  Response extends z.ZodType,
>(route: Route<Params, Query, Response>): Route {
  return route;
}

/** What the command line can do: `tripoint MODULE VERB …`. */
export type Command = {
  /** All words after `tripoint`: `evidence compare`, `import`. */
  readonly name: string;
  /** Usage after the name, for example `SERIES FROM TO`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly help: string }>>;
} & (
  | { readonly alone?: never; readonly run: (context: CommandContext) => Promise<CommandResult> }
  /** Asks nothing of a node: no database is opened for it. */
  | { readonly alone: true; readonly run: (context: AloneContext) => Promise<CommandResult> }
);

/** What every command is given. */
export type AloneContext = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Language of texts, from `--lang`; English when it is not given. */
  readonly language: Language;
  /** Where this node keeps what is not in its database. */
  readonly dataFolder: string;
  /** One line of progress for people, on standard error. */
  progress(line: string): void;
};

export type CommandContext = AloneContext & {
  readonly database: Database;
  readonly clock: Clock;
  readonly modules: readonly Module[];
  /** The register named by `--union`, else the only one; a problem when neither decides. */
  register(): Promise<Result<Register>>;
  /** For what goes on until it is told to end: resolves then, and from this call on a signal ends nothing by itself. */
  untilStopped(): Promise<void>;
};

/**
 * What a command answers: `json` is the one value printed with `--json`, `text` what people see without it.
 * `findings` go to standard error and make the exit status 1; `usage` problems make it 2.
 */
export type CommandResult =
  | {
      readonly kind: 'answer';
      readonly json: unknown;
      readonly text: string;
      readonly findings?: readonly Problem[];
    }
  | { readonly kind: 'findings'; readonly json: unknown; readonly findings: readonly Problem[] }
  | { readonly kind: 'usage'; readonly problems: readonly Problem[] };
