import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Language } from '#kernel/languages.ts';
import type { Problem } from '#kernel/result.ts';
import { type Module, type NavigationEntry, navigationEntries, type PageContent } from '#platform/module.ts';
import { type Address, datesOf, formatAddress, justDone } from '#platform/page/address.ts';
import type { ReaderFilters } from '#platform/page/saved-filters.tsx';
import { type NavigationLink, PageShell, renderDocument } from '#platform/page/shell.tsx';
import type { ShownDates } from '#platform/page/top-bar.tsx';
import type { Register } from '#platform/records/registers.ts';
import { texts } from '#platform/text/texts.ts';
import type { ServerOptions } from './options.ts';
import {
  describeProblems,
  type Finding,
  problemDocument,
  problemMediaType,
  statusOf,
  wordsOf,
} from './problem-json.ts';
import { languageOf, themeOf } from './reader.ts';

/** Where a page stands: in a register with its dates, or outside all of them. */
export type Place = {
  readonly register: Register | null;
  readonly registers: readonly Register[];
  /** Path below the register, or the whole path outside one. */
  readonly path: string;
  readonly dates: ShownDates | null;
  readonly current: NavigationEntry | null;
  /** Where filters can have names, those of the reader. */
  readonly filters?: ReaderFilters | null;
  /** What the reader has just done. */
  readonly notice?: string | undefined;
};

/** A place outside all registers. */
export function placeOutside(request: FastifyRequest): Place {
  const path = request.url.split('?', 1)[0] ?? '/';
  return { register: null, registers: [], path, dates: null, current: null };
}

export function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.url.split('?', 2)[1]);
}

/** Sends a page in the shell. */
export function sendPage(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place,
  content: PageContent,
): FastifyReply {
  return sendDrawn(request, reply, drawPage(options, request, place, content));
}

/** The document that a page is, whole: its components have been asked by then, and nothing of it has left. */
export function drawPage(
  options: ServerOptions,
  request: FastifyRequest,
  place: Place,
  content: PageContent,
): string {
  const language = languageOf(request);
  const query = queryOf(request);
  // The notice says it on this page; what leads on from here, or back to here, does not say it again.
  query.delete(justDone);
  const address: Address = { language, register: place.register?.id ?? null, path: place.path, query };
  const { person } = request;
  const { body, ...head } = content;
  return renderDocument(
    <PageShell
      {...head}
      address={address}
      registers={place.registers}
      registerTitle={place.register?.title ?? null}
      synthetic={place.register?.meta.synthetic === true}
      dates={place.dates}
      theme={themeOf(request)}
      density={person === null ? 'calm' : 'dense'}
      person={person === null ? null : { name: person.name, demonstration: person.session.demonstration }}
      navigation={place.register === null ? [] : navigationOf(options.modules, address)}
      current={place.current}
      filters={place.filters}
      notice={place.notice}
      version={options.version}
    >
      {body}
    </PageShell>,
  );
}

export function sendDrawn(request: FastifyRequest, reply: FastifyReply, document: string): FastifyReply {
  return reply
    .header('content-language', languageOf(request))
    .type('text/html; charset=utf-8')
    .send(document);
}

/** Each entry leads to the first page that names it and needs no parameter. */
function navigationOf(modules: readonly Module[], address: Address): readonly NavigationLink[] {
  const pages = modules.flatMap((module) => module.pages);
  return navigationEntries.flatMap((entry) => {
    const page = pages.find(({ navigation, path }) => navigation === entry && !path.includes(':'));
    if (page === undefined) return [];
    const href = formatAddress({ ...address, path: page.path, query: datesOf(address.query) });
    return [{ entry, href, key: page.key }];
  });
}

/** Sends problems as a page to readers of pages, and as problem+json to all others. */
export function sendProblems(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
  place: Place = placeOutside(request),
): FastifyReply {
  const status = statusOf(problems);
  const language = languageOf(request);
  const words = wordsOf(problems, texts(language));
  const findings = describeProblems(problems, language, options.explain);
  reply.code(status);
  if (!readsPages(request))
    return reply
      .header('content-language', language)
      .type(problemMediaType)
      .send(JSON.stringify(problemDocument(status, findings, words.title, request.id)));
  const mayHelp = status === 403 && request.person === null && problems[0]?.code !== 'origin_refused';
  return sendPage(options, request, reply, place, {
    title: words.title,
    lede: words.what,
    body: (
      <ProblemPage language={language} findings={findings} requestId={request.id} place={place}>
        {mayHelp && <p>{texts(language).errors.forbidden.signIn}</p>}
      </ProblemPage>
    ),
  });
}

/** Browsers ask for HTML by name; programs that take anything get JSON, and so does whoever asks the API. */
function readsPages({ url, headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true && !/^\/api(?![^/?])/.test(url);
}

function ProblemPage(props: {
  language: Language;
  findings: readonly Finding[];
  requestId: string;
  place: Place;
  children: ComponentChildren;
}) {
  const { language, findings, requestId, place } = props;
  const words = texts(language).errors;
  const register = place.register?.id;
  return (
    <div class="stack">
      <ul>
        {findings.map(({ place: where, text }) => (
          <li>
            {where.startsWith('query.') && (
              <>
                <code>{where.slice('query.'.length)}</code>:{' '}
              </>
            )}
            {text}
          </li>
        ))}
      </ul>
      {props.children}
      <p>
        <a href={register === undefined ? '/' : `/${language}/${register}`}>{words.toOverview}</a>
        {register !== undefined && (
          <>
            {' · '}
            <a href={`/${language}/${register}/find`}>{words.toSearch}</a>
          </>
        )}
      </p>
      <p>
        <small>{words.request(requestId)}</small>
      </p>
    </div>
  );
}
