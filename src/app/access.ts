import { type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import { combine, fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import { endGrant, giveGrant, listGrants, recognisePerson } from '#platform/access/persons.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { demonstrationId, listBodyChoices, listPartyChoices, listRoleChoices } from '#union';
import { loadDemonstration } from './first-data.ts';

/** What the operator of a node decides about persons: an identity provider says who somebody is, never what that opens. */

const list: Command = {
  name: 'access list',
  usage: '',
  summary: 'who may act as what: every grant, with its basis and when it was ended',
  options: {},
  run: async ({ database, positionals }): Promise<CommandResult> => {
    if (positionals.length > 0) return { kind: 'usage', problems: [] };
    const grants = await database.read(listGrants);
    const line = (one: (typeof grants)[number]) =>
      [
        one.grant,
        one.issuer,
        one.subject,
        one.name,
        one.register,
        one.role,
        one.party,
        one.body,
        one.basis,
        one.endedAt && 'ended',
      ]
        .filter((part) => part !== null)
        .join('  ');
    return {
      kind: 'answer',
      json: grants,
      text: grants.length === 0 ? 'No grants.' : grants.map(line).join('\n'),
    };
  },
};

const give: Command = {
  name: 'access give',
  usage: 'ISSUER SUBJECT',
  summary: 'let a person of the identity provider act in a role, for a party, in a body, for a time',
  options: {
    role: { type: 'string', help: 'id of a role of the register' },
    party: {
      type: 'string',
      help: 'id of a party; without one the role opens nothing that belongs to a party',
    },
    body: { type: 'string', help: 'id of a body or group that it counts for alone' },
    from: { type: 'string', help: 'from this year, month or day on' },
    until: { type: 'string', help: 'until the end of this year, month or day' },
    basis: { type: 'string', help: 'the decision or instrument that gives it' },
  },
  run: async (context): Promise<CommandResult> => {
    const [issuer, subject, ...more] = context.positionals;
    const { role, basis } = context.options;
    if (issuer === undefined || subject === undefined || more.length > 0)
      return { kind: 'usage', problems: [] };
    if (typeof role !== 'string' || typeof basis !== 'string') return { kind: 'usage', problems: [] };
    const grant = await readGrant(context, role, basis);
    if (!grant.ok) return { kind: 'usage', problems: grant.problems };
    const { database, clock } = context;
    const json = await database.write(async (tx) => {
      const { id: person } = await recognisePerson(tx, clock, { issuer, subject, name: subject });
      const id = await giveGrant(tx, clock, person, grant.value);
      await appendJournal(tx, clock, [
        {
          event: 'grant.given',
          actor: 'operator',
          register: grant.value.register,
          party: grant.value.party,
          payload: { grant: id, person, ...grant.value },
        },
      ]);
      return { grant: id, person };
    });
    return { kind: 'answer', json, text: json.grant };
  },
};

const end: Command = {
  name: 'access end',
  usage: 'GRANT',
  summary: 'end a grant at once',
  options: { basis: { type: 'string', help: 'the decision that ends it' } },
  run: async ({ database, clock, positionals, options }): Promise<CommandResult> => {
    const [grant, ...more] = positionals;
    const { basis } = options;
    if (grant === undefined || more.length > 0 || typeof basis !== 'string')
      return { kind: 'usage', problems: [] };
    const held = (await database.read(listGrants)).find((one) => one.grant === grant);
    const ended =
      held !== undefined &&
      (await database.write(async (tx) => {
        if (!(await endGrant(tx, clock, grant, basis))) return false;
        await appendJournal(tx, clock, [
          {
            event: 'grant.ended',
            actor: 'operator',
            register: held.register,
            party: held.party,
            payload: { grant, basis },
          },
        ]);
        return true;
      }));
    if (!ended) return { kind: 'usage', problems: [problem('grant_not_in_force', 'GRANT', { grant })] };
    return { kind: 'answer', json: { grant, ended }, text: grant };
  },
};

const demonstration: Command = {
  name: 'demonstration',
  usage: '',
  summary: 'set up the made-up year beside the registers that are loaded; nothing where it is there',
  options: {},
  run: async ({ database, clock, positionals }): Promise<CommandResult> => {
    if (positionals.length > 0) return { kind: 'usage', problems: [] };
    await loadDemonstration(database, clock);
    return { kind: 'answer', json: { register: demonstrationId }, text: demonstrationId };
  },
};

export const accessCommands: readonly Command[] = [list, give, end, demonstration];

/** What the options say, checked against the register: a role or party that it does not know would open nothing, unseen. */
async function readGrant(context: CommandContext, role: string, basis: string): Promise<Result<Grant>> {
  const register = await context.register();
  if (!register.ok) return register;
  const { id } = register.value;
  const { database, language, options } = context;
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : null);
  const choices = await database.read(async (tx) => ({
    role: await listRoleChoices(tx, id, language),
    party: await listPartyChoices(tx, id, language),
    body: await listBodyChoices(tx, id, language),
  }));
  const unknown = (['role', 'party', 'body'] as const).flatMap((name): readonly Problem[] => {
    const given = text(name);
    return given === null || choices[name].some((choice) => choice.id === given)
      ? []
      : [problem('record_not_found', `--${name}`, { id: given })];
  });
  const date = (name: 'from' | 'until') => {
    const given = text(name);
    return given === null ? ok(null) : parsePartialDate(given, `--${name}`);
  };
  const dates = combine<[PartialDate | null, PartialDate | null]>([date('from'), date('until')]);
  const problems = [...unknown, ...(dates.ok ? [] : dates.problems)];
  if (!dates.ok || problems.length > 0) return fail(...problems);
  const [from, to] = dates.value;
  return ok({
    register: id,
    role: role as RecordId,
    party: text('party') as RecordId | null,
    body: text('body') as RecordId | null,
    period: { from, to },
    basis,
  });
}
