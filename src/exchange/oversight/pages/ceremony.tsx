import type { PageContext } from '#platform/module.ts';
import { FieldList, Note, Section } from '#platform/page/components.tsx';
import type { Self } from '../../nodes/store.ts';
import { oversightTexts } from '../text/texts.ts';
import { Commands, inGroups, tripoint } from './parts.tsx';

/** How two operators come to know each other's nodes: `nodes/contracts.ts` says what each step does. */
export function Ceremony(props: { self: Self | null; fingerprint: string | null; context: PageContext }) {
  const { self, fingerprint, context } = props;
  const { peers: words } = oversightTexts(context.language);
  const own = self?.name ?? 'NL';
  const other = own === 'BE' ? 'NL' : 'BE';
  const url = `https://${own.toLowerCase()}.example`;
  // Of a new node the first command says who it is; of one that is known it says what that is.
  const made = self === null ? `--node ${own} --parties ${own} ` : '';
  const steps = [
    { what: words.steps.key, lines: [tripoint(`exchange key ${made}--url ${url} --json > ${own}.json`)] },
    { what: words.steps.read, lines: fingerprint === null ? [] : [inGroups(fingerprint)] },
    {
      what: words.steps.propose,
      lines: [tripoint(`exchange propose ${other}.json --url ${url} > proposed.txt`)],
    },
    {
      what: words.steps.agree,
      lines: [
        tripoint(
          `exchange agree proposed.txt --fingerprint ${fingerprint ?? `FINGERPRINT-${own}`} > contract.txt`,
        ),
      ],
    },
    {
      what: words.steps.keep,
      lines: [tripoint(`exchange agree contract.txt --fingerprint FINGERPRINT-${other}`)],
    },
    { what: words.steps.rotate, lines: [tripoint('exchange rotate-key')] },
    { what: words.steps.revoke, lines: [tripoint('exchange revoke-key FINGERPRINT')] },
  ];
  return (
    <Section title={words.ceremony} id="ceremony">
      <Note>{words.ceremonyWhy}</Note>
      <FieldList
        fields={steps.map(({ what, lines }, index) => ({
          label: `${index + 1}. ${what}`,
          value: lines.length === 0 ? null : <Commands lines={lines} />,
        }))}
      />
    </Section>
  );
}
