import { renderToString } from 'preact-render-to-string';
import { standaloneStyle } from '#platform/page/assets.ts';
import { SeriesChart } from '#platform/page/chart.tsx';
import { FieldList, Section, StatusMark, Verdict } from '#platform/page/components.tsx';
import { MissingMark } from '#platform/page/missing.tsx';
import { PageLanguage, useLanguage, useTexts } from '#platform/page/page-language.ts';
import { DataTable } from '#platform/page/table.tsx';
import type { Block, Cell, DocumentColumn, DocumentContent, Fact, Phrase } from './content.ts';

/** Address of a page below the register; absent where the document stands alone and has no register around it. */
type Linked = { readonly hrefOf?: ((path: string) => string) | undefined };

/** A document as part of a page: contents, then the sections on their sheets. */
export function DocumentView({ content, hrefOf }: Linked & { content: DocumentContent }) {
  const words = useTexts().document;
  return (
    <div class="document stack">
      <section class="sheet">
        <FieldList fields={content.facts.map((fact) => fieldOf(fact, hrefOf))} />
        {content.preface.map((text) => (
          <p>{text}</p>
        ))}
        <nav class="contents" aria-label={words.contents}>
          <h2>{words.contents}</h2>
          <ol>
            {content.sections.map(({ id, title }) => (
              <li>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      </section>
      {content.sections.map(({ id, title, blocks }) => (
        <Section id={id} title={title}>
          {blocks.map((block) => (
            <BlockView block={block} hrefOf={hrefOf} />
          ))}
        </Section>
      ))}
    </div>
  );
}

function fieldOf({ label, value }: Fact, hrefOf: Linked['hrefOf']) {
  return { label, value: <CellView cell={value} hrefOf={hrefOf} /> };
}

function BlockView({ block, hrefOf }: Linked & { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <PhraseView phrase={block} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>
              <PhraseView phrase={item} hrefOf={hrefOf} />
            </li>
          ))}
        </ul>
      );
    case 'facts':
      return <FieldList fields={block.facts.map((fact) => fieldOf(fact, hrefOf))} />;
    case 'table':
      return <TableView block={block} hrefOf={hrefOf} />;
    case 'chart':
      return (
        <>
          <p class="chart-title">
            <strong>{block.title}</strong>
            {block.unit !== '' && ` (${block.unit})`}
          </p>
          <SeriesChart title={block.title} unit={block.unit} points={block.points} />
        </>
      );
    case 'note':
      return (
        <Verdict tone={block.tone} title={block.title}>
          {block.paragraphs.map((paragraph) => (
            <p>
              <PhraseView phrase={paragraph} hrefOf={hrefOf} />
            </p>
          ))}
        </Verdict>
      );
  }
}

function TableView({ block, hrefOf }: Linked & { block: Extract<Block, { kind: 'table' }> }) {
  const view = (cell: Cell | undefined, column: DocumentColumn) => (
    <CellView cell={cell ?? { text: '' }} hrefOf={hrefOf} quiet={column.kind === 'source'} />
  );
  return (
    <DataTable<readonly Cell[]>
      caption={block.caption}
      rows={block.rows}
      columns={block.columns.map((column, index) => ({
        title: column.title,
        figure: column.kind === 'figure',
        cell: (row) => view(row[index], column),
      }))}
      total={block.total && block.columns.map((column, index) => view(block.total?.[index], column))}
    />
  );
}

function CellView({ cell, hrefOf, quiet = false }: Linked & { cell: Cell; quiet?: boolean }) {
  const details = (cell.details ?? []).map((detail) => (
    <small>
      <PhraseView phrase={detail} hrefOf={hrefOf} />
    </small>
  ));
  const { missing, tone } = cell;
  const words = <PhraseView phrase={cell} hrefOf={hrefOf} />;
  if (missing !== undefined && tone === undefined)
    return (
      <>
        {cell.text === '' ? null : <MissingMark reason={missing} />}
        {details}
      </>
    );
  if (quiet) return <small class="sources">{words}</small>;
  return (
    <>
      {tone !== undefined ? <StatusMark tone={tone} text={words} /> : cell.text === '' ? null : words}
      {details}
    </>
  );
}

function PhraseView({ phrase, hrefOf }: Linked & { phrase: Phrase }) {
  const language = useLanguage();
  const { text, path } = phrase;
  const foreign = phrase.language === undefined || phrase.language === language ? undefined : phrase.language;
  if (path !== undefined && hrefOf !== undefined)
    return (
      <a href={hrefOf(path)} lang={foreign}>
        {text}
      </a>
    );
  return foreign === undefined ? text : <span lang={foreign}>{text}</span>;
}

/** A document as a file of its own: style and typeface in it, so that it opens anywhere and asks nobody for anything. */
export function writeHtml(content: DocumentContent): string {
  const file = (
    <PageLanguage.Provider value={content.language}>
      <html lang={content.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${content.title}, ${content.subtitle.text}`}</title>
          {/* Our own style sheet, which holds no text of the register. */}
          <style dangerouslySetInnerHTML={{ __html: standaloneStyle() }} />
        </head>
        <body>
          <main class="alone">
            <div class="page-head">
              <h1>{content.title}</h1>
              <p class="lede">
                <PhraseView phrase={content.subtitle} />
              </p>
            </div>
            <DocumentView content={content} />
          </main>
        </body>
      </html>
    </PageLanguage.Provider>
  );
  return `<!doctype html>${renderToString(file)}`;
}
