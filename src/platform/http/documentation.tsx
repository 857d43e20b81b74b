import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Marked } from 'marked';
import type { Language } from '#kernel/languages.ts';
import { todayOn } from '#platform/clock.ts';
import { EmptyState, Section, Stack } from '#platform/page/components.tsx';
import { useTexts } from '#platform/page/page-language.ts';
import { DataTable } from '#platform/page/table.tsx';
import { knownNow, listRegisters } from '#platform/records/registers.ts';
import { texts } from '#platform/text/texts.ts';
import { placeOutside, sendPage, sendProblems } from './answer.tsx';
import type { ServerOptions } from './options.ts';
import { httpProblem } from './problem-json.ts';
import { languageOf } from './reader.ts';
import type { HttpServer } from './server.ts';

/** The product's own documents, as they stand in the repository, read on the node itself: no network, and true for this version. */

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** In the order in which a newcomer reads them. Nothing else of the folder is served. */
const documents: readonly string[] = [
  'README.md',
  'ARCHITECTURE.md',
  'GLOSSARY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'data/README.md',
  ...namesIn('docs/decisions'),
  ...['docs/long-run.md'].filter((path) => existsSync(projectFolder + path)),
];
const picture = 'docs/overview.png';

function namesIn(folder: string): readonly string[] {
  const names = existsSync(projectFolder + folder) ? readdirSync(projectFolder + folder) : [];
  return names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

type Document = { readonly path: string; readonly title: string; readonly html: string };

function readDocument(path: string, language: Language): Document {
  const text = readFileSync(projectFolder + path, 'utf8');
  const [, title = path] = /^# (.+)$/m.exec(text) ?? [];
  // The page has the title as its own.
  const html = markdownAt(path, language).parse(text.replace(/^# .+\n/, ''), { async: false });
  return { path, title, html };
}

/** Links between documents stay on the node; one to a file that is not served is only its name. */
function markdownAt(path: string, language: Language): Marked {
  return new Marked({
    renderer: {
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        if (/^https?:|^#/.test(href)) return `<a href="${escaped(href)}">${text}</a>`;
        const target = posix.join(posix.dirname(path), href);
        return documents.includes(target)
          ? `<a href="${escaped(addressOf(target, language))}">${text}</a>`
          : text;
      },
      image({ href, text }) {
        const target = posix.join(posix.dirname(path), href);
        return target === picture ? `<img src="/docs/${picture}" alt="${escaped(text)}">` : escaped(text);
      },
      table({ header, rows }) {
        const cells = (row: typeof header, tag: 'th' | 'td') =>
          row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('');
        const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
        return `<div class="frame"><table><thead><tr>${cells(header, 'th')}</tr></thead><tbody>${body}</tbody></table></div>`;
      },
    },
  });
}

/** Outside all registers the language is a parameter. */
const addressOf = (path: string, language: Language) => `/docs/${path}?language=${language}`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function registerDocumentation(server: HttpServer, options: ServerOptions): void {
  const hidden = { schema: { hide: true } };
  server.get('/docs', hidden, async (request, reply) => showContents(options, request, reply));
  server.get('/docs/api', hidden, async (request, reply) => showApi(server, options, request, reply));
  server.get(`/docs/${picture}`, hidden, async (_request, reply) =>
    reply.type('image/png').send(readFileSync(projectFolder + picture)),
  );
  for (const path of documents)
    server.get(`/docs/${path}`, hidden, async (request, reply) => {
      const language = languageOf(request);
      const { title, html } = readDocument(path, language);
      return sendPage(options, request, reply, placeOutside(request), {
        title,
        crumbs: crumbsIn(language),
        // Our own text, escaped by the renderer where it is code.
        body: <article class="prose" lang="en" dangerouslySetInnerHTML={{ __html: html }} />,
      });
    });
}

const crumbsIn = (language: Language) => [
  { text: texts(language).documentation.title, href: `/docs?language=${language}` },
];

function showContents(options: ServerOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const words = texts(language).documentation;
  return sendPage(options, request, reply, placeOutside(request), {
    title: words.title,
    lede: words.lede,
    body: (
      <ul class="plain">
        <li>
          <a href={addressOf('api', language)}>{words.api}</a>
        </li>
        {documents
          .map((path) => readDocument(path, language))
          .map(({ path, title }) => (
            <li lang="en">
              <a href={addressOf(path, language)}>{title}</a>
            </li>
          ))}
      </ul>
    ),
  });
}

type Operation = {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
  }[];
};

/** Addresses at which the questions of the modules can be asked of a register, by their path in the description. */
async function examplesOf(options: ServerOptions, language: Language): Promise<ReadonlyMap<string, string>> {
  const { database, modules, clock } = options;
  return database.read(async (tx) => {
    const [register] = await listRegisters(tx);
    const examples = new Map<string, string>();
    if (register === undefined) return examples;
    const knownAt = knownNow(register, todayOn(clock));
    const read = <T,>(work: (one: typeof tx) => Promise<T>) => work(tx);
    const context = { language, register, asOf: register.knownFrom, knownAt, modules, read };
    for (const { path, example } of modules.flatMap((module) => module.routes)) {
      const given = example === undefined ? {} : await example(context);
      if (given === null) continue;
      const query = new URLSearchParams(Object.entries(given).filter(([name]) => !path.includes(`:${name}`)));
      const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? ''));
      const asked = `/api/${encodeURIComponent(register.id)}${filled}${query.size === 0 ? '' : `?${query}`}`;
      examples.set(`/api/{register}${path.replace(/:(\w+)/g, '{$1}')}`, asked);
    }
    return examples;
  });
}

/** Every question of the API with its parameters, from the same description as `/api`, each to be asked here and now. */
async function showApi(
  server: HttpServer,
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const words = texts(languageOf(request)).documentation;
  const { paths = {} } = server.swagger() as {
    readonly paths?: Readonly<Record<string, { get?: Operation }>>;
  };
  const examples = await examplesOf(options, languageOf(request));
  const questions = Object.entries(paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : [{ path, get }],
  );
  if (questions.length === 0)
    return sendProblems(options, request, reply, [httpProblem('page_not_found', 'path')]);
  return sendPage(options, request, reply, placeOutside(request), {
    title: words.api,
    lede: words.apiLede,
    crumbs: crumbsIn(languageOf(request)),
    body: (
      <Stack>
        <p>
          <a href="/api">{words.description}</a>
        </p>
        {questions.map(({ path, get }) => (
          <Question
            path={path}
            operation={get}
            example={examples.get(path) ?? (path.includes('{') ? null : path)}
          />
        ))}
      </Stack>
    ),
  });
}

function Question(props: { path: string; operation: Operation; example: string | null }) {
  const { documentation } = useTexts();
  const { path, operation, example } = props;
  const { summary = path, parameters = [] } = operation;
  return (
    <Section title={<span lang="en">{summary}</span>} id={path.replaceAll(/[^a-z]+/gi, '-')}>
      <p>
        <code>GET {path}</code>
      </p>
      {example === null ? (
        <p>{documentation.fillIn}</p>
      ) : (
        <p>
          {documentation.example}: <a href={example}>{example}</a>
        </p>
      )}
      {parameters.length === 0 ? (
        <EmptyState why={documentation.noParameters} />
      ) : (
        <DataTable
          caption={documentation.parameters}
          rows={parameters}
          columns={[
            { title: documentation.parameter, cell: ({ name }) => <code>{name}</code> },
            { title: documentation.place, cell: (one) => documentation.places[one.in as 'path' | 'query'] },
            { title: documentation.meaning, cell: ({ description }) => <span lang="en">{description}</span> },
          ]}
        />
      )}
    </Section>
  );
}
