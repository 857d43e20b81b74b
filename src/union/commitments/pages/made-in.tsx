import { formatDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark } from '#platform/page/components.tsx';
import { SaidText } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { Named, type Names } from '../../names.tsx';
import { promises } from '../model.ts';
import type { PromiseMadeIn } from '../store.ts';
import { commitmentTexts } from '../text/texts.ts';
import { commitmentTones } from './tones.ts';

/** What was promised in something of another room, as that room shows it: whose it is, by when, and what became of it. */
export function PromisesMadeIn(props: {
  caption: string;
  promised: readonly PromiseMadeIn[];
  names: Names;
  context: PageContext;
}) {
  const { caption, promised, names, context } = props;
  const { language } = context;
  const { page: words, states } = commitmentTexts(language);
  return (
    <DataTable<PromiseMadeIn>
      caption={caption}
      rows={promised}
      rowHref={({ one }) => context.href(promises.href(one.id))}
      columns={[
        {
          title: words.commitment,
          cell: ({ one }) => <SaidText said={{ text: one.text, language: one.language }} />,
        },
        {
          title: words.owner,
          cell: ({ one }) => <Named id={one.owner ?? ''} names={names} context={context} />,
          below: ({ offered }) =>
            offered !== null && (
              <small>
                {words.offered(formatDate(offered.on, language))}{' '}
                <Named id={offered.to} names={names} context={context} />
              </small>
            ),
        },
        {
          title: words.watcher,
          cell: ({ one }) => <Named id={one.watcher ?? ''} names={names} context={context} />,
        },
        {
          title: words.due,
          cell: ({ one }) => (one.stated === null ? words.notStated : formatDate(one.stated, language)),
        },
        {
          title: words.state,
          cell: ({ one }) => <StatusMark tone={commitmentTones[one.state]} text={states[one.state]} />,
        },
      ]}
    />
  );
}
