import { readFile } from 'node:fs/promises';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { writtenCents } from './model.ts';
import { legalFacts } from './rules/legal-facts.ts';
import { type ClaimedInvoices, checkApplication, type PreCheck } from './rules/pre-check.ts';
import { refundTexts } from './text/texts.ts';

const check: Command = {
  alone: true,
  name: 'vat refund check',
  usage: 'FILE …',
  summary:
    'what stands against an application for a refund (Dir. 2008/9) before it is forwarded; the invoices of several files are held against one another',
  options: {},
  run: async ({ positionals, language }): Promise<CommandResult> => {
    if (positionals.length === 0) return { kind: 'usage', problems: [] };
    const words = refundTexts(language).check;
    const claimed: ClaimedInvoices = new Map();
    const findings: Problem[] = [];
    const applications: object[] = [];
    const lines: string[] = [];
    for (const file of positionals) {
      const json = await readJson(file);
      if (!json.ok) findings.push(...json.problems);
      else {
        const checked = checkApplication(json.value, claimed, legalFacts);
        // Of several files each finding says of which it is.
        const at = ({ path }: Problem) => (positionals.length === 1 ? path : `${file}: ${path}`);
        findings.push(...checked.findings.map((finding) => ({ ...finding, path: at(finding) })));
        applications.push(told(file, checked));
        const said = { file, state: checked.application.refundState ?? '–', count: checked.invoices };
        lines.push(words.file({ ...said, amount: writtenCents(checked.deductible) }));
        if (checked.copies > 0) lines.push(words.copies({ count: checked.copies }));
      }
    }
    const isRefused = findings.some(({ severity }) => severity === 'error');
    const json = { applications, findings };
    if (isRefused) return { kind: 'findings', json, findings };
    const text = [...lines, findings.length > 0 ? words.warned() : words.sound()].join('\n');
    return { kind: 'answer', json, text, findings };
  },
};

export const refundCommands: readonly Command[] = [check];

function told(file: string, { application, invoices, deductible, copies }: PreCheck) {
  const { id, refundState } = application;
  return {
    ...{ file, id, refund_state: refundState, invoices, deductible_cents: deductible },
    /** From memory of art. 10: not verified. */
    copies_may_be_asked: copies,
  };
}

/** Problems: `file_unreadable`, `vat_refund_not_an_application`. */
async function readJson(file: string): Promise<Result<unknown>> {
  try {
    return ok(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return fail(problem('vat_refund_not_an_application', file));
    if (error instanceof Error && 'code' in error) return fail(problem('file_unreadable', 'FILE', { file }));
    throw error;
  }
}
