import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { combine, fail, ok, problem, type Result } from '#kernel/result.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import { type FileFormat, fileFormats, writeDocument } from '#platform/document/write.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { datesOptions, readContextOf } from '#platform/read-context.ts';
import { reportTexts } from '../text/report/report-texts.ts';
import { getFrozen, getReport } from './answers.ts';

const reportCommand: Command = {
  name: 'union report',
  usage: 'YEAR',
  summary:
    'the annual report of a year: results, what did not come about, groups, law, money, what is not known',
  options: {
    format: { type: 'string', help: `${fileFormats.join(', ')} (default: html); pdf and docx need --out` },
    out: { type: 'string', help: 'file to write, in place of what stands there' },
    live: { type: 'boolean', help: 'from what is known now, also where the report of the year was frozen' },
    ...datesOptions,
  },
  run: async (context): Promise<CommandResult> => {
    const [year, ...rest] = context.positionals;
    if (year === undefined || rest.length > 0) return { kind: 'usage', problems: [] };
    const { options } = context;
    const out = typeof options.out === 'string' ? resolve(options.out) : null;
    const asked = combine([
      await readContextOf(context),
      readFormat(options.format, out, options.json === true),
    ]);
    if (!asked.ok) return { kind: 'usage', problems: asked.problems };
    const [read, format] = asked.value;
    const found = await getReport(read, { year, live: options.live === true });
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    const { report } = found.value;
    if (out === null) {
      const text = options.json === true ? '' : await printed(report, format);
      return { kind: 'answer', json: report, text };
    }
    context.progress(`Writing ${out}`);
    const { body } = await writeDocument(format, report);
    const written = await writeWhole(out, body);
    if (!written.ok) return { kind: 'usage', problems: written.problems };
    const sha256 = createHash('sha256').update(body).digest('hex');
    return {
      kind: 'answer',
      json: { file: out, format, language: report.language, bytes: body.length, sha256 },
      text: `${out}\n${sha256}`,
    };
  },
};

/** Without a file, what would fill the terminal with bytes is refused. */
function readFormat(
  asked: string | boolean | undefined,
  out: string | null,
  json: boolean,
): Result<FileFormat> {
  const format = asked === undefined ? 'html' : fileFormats.find((known) => known === asked);
  if (format === undefined)
    return fail(
      problem('choice_unknown', '--format', { text: String(asked), known: fileFormats.join(', ') }),
    );
  return out === null && !json && (format === 'pdf' || format === 'docx')
    ? fail(problem('report_needs_file', '--out', { format }))
    : ok(format);
}

async function printed(report: DocumentContent, format: FileFormat): Promise<string> {
  return format === 'json' ? canonicalJson(report) : (await writeDocument(format, report)).body.toString();
}

/** The same call twice writes the same file twice; one that is cut short leaves what was there. */
async function writeWhole(file: string, body: Buffer): Promise<Result<null>> {
  const part = `${file}.part`;
  try {
    await writeFile(part, body);
    await rename(part, file);
    return ok(null);
  } catch {
    await rm(part, { force: true });
    return fail(problem('file_not_written', '--out', { file }));
  }
}

/** What `report` gives for a closed year, put to the test: a fingerprint that does not match is a finding. */
const frozenCommand: Command = {
  name: 'union frozen-report',
  usage: 'YEAR',
  summary: 'the frozen report of a year: its fingerprints, whether they match what it says, and its errata',
  options: datesOptions,
  run: async (context): Promise<CommandResult> => {
    const [year, ...rest] = context.positionals;
    if (year === undefined || rest.length > 0) return { kind: 'usage', problems: [] };
    const read = await readContextOf(context);
    const found = read.ok ? await getFrozen(read.value, { year }) : read;
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    const { frozen, verdict, errata } = found.value;
    const { documents: _documents, ...said } = frozen;
    const broken = [
      ...(verdict.whole ? [] : ['*']),
      ...Object.entries(verdict.languages).flatMap(([language, matches]) => (matches ? [] : [language])),
    ];
    const words = reportTexts(context.language).frozen;
    const place = ({ section, where, row, column }: (typeof errata)[number]) =>
      [section, where, row, column].filter((one) => one !== null).join(' > ');
    return {
      kind: 'answer',
      json: { ...said, verified: broken.length === 0, broken, errata },
      text: [
        frozen.hash,
        broken.length === 0 ? words.verified : words.broken,
        ...errata.map((one) => `${one.since}  ${place(one)}: ${one.frozen ?? '-'} -> ${one.live ?? '-'}`),
      ].join('\n'),
      ...(broken.length === 0
        ? {}
        : { findings: [problem('frozen_report_broken', year, { year, list: broken.join(', ') })] }),
    };
  },
};

export const reportCommands: readonly Command[] = [reportCommand, frozenCommand];
