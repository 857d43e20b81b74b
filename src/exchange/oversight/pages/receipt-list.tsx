import type { PageContext } from '#platform/module.ts';
import { EmptyState, Note, Section } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { plainName } from '#union';
import { OutcomeMark } from '../../requests/pages/parts.tsx';
import { receiptPath } from '../receipts.ts';
import type { Judged } from '../store.ts';
import { oversightTexts } from '../text/texts.ts';
import type { LoadedLog } from './log.tsx';
import { Time } from './parts.tsx';

export const shownReceipts = 20;

type Shown = { loaded: LoadedLog; context: PageContext };

/** That the reader sees which requests there are. */
export function recordReceipts(context: PageContext, { requests }: Pick<LoadedLog, 'requests'>): void {
  if (requests.length > 0)
    context.record({
      event: 'exchange_requests.read',
      subject: null,
      payload: { requests: requests.map(({ id }) => id) },
    });
}

/** Decisions on requests of the reader's side, each with what shows that it is in the log. */
export function Receipts({ loaded, context }: Shown) {
  const { log: words, supervision, shared } = oversightTexts(context.language);
  const { requests, sides, names, newest } = loaded;
  const isCovered = ({ place }: Judged) => place !== null && newest !== null && place <= newest.size;
  return (
    <Section title={words.receipts} id="receipts">
      {requests.length === 0 ? (
        sides.size === 0 ? (
          <EmptyState why={words.receiptsWhy} what={words.receiptsWhat} />
        ) : (
          <EmptyState why={words.receiptsNone} />
        )
      ) : (
        <>
          <Note>
            {words.receiptsHint(requests.length)} {words.fileHint}
          </Note>
          <DataTable<Judged>
            caption={words.receipts}
            rows={requests}
            columns={[
              {
                title: supervision.asked,
                cell: ({ decidedAt }) => <Time at={Date.parse(decidedAt)} context={context} />,
              },
              {
                title: supervision.between,
                cell: ({ from, to }) =>
                  `${plainName(from, names, context.language)} → ${plainName(to, names, context.language)}`,
              },
              { title: supervision.outcome, cell: (one) => <OutcomeMark asked={one} context={context} /> },
              { title: words.place, figure: true, cell: ({ place }) => place ?? shared.none },
              {
                title: words.receipt,
                cell: (one) =>
                  isCovered(one) ? (
                    <a
                      href={context.href(receiptPath(one.entry))}
                      aria-label={`${words.receipt}: ${one.place}`}
                    >
                      {words.receipt}
                    </a>
                  ) : (
                    words.notCovered
                  ),
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}
