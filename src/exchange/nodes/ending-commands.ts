import { problem } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { answer, nodeOf, refuse, text, usage } from './command-parts.ts';
import { endContract } from './contracts.ts';
import { refollow } from './refollow.ts';

/** By which an operator lets go of what his node believed. */

const reasonOption = { reason: { type: 'string', help: 'why, for the log' } } as const;

const end: Command = {
  name: 'exchange end-contract',
  usage: 'NODE',
  summary:
    'end all contracts with another node, at once; after it the other may be agreed anew, also with a key that follows none',
  options: reasonOption,
  run: async (context): Promise<CommandResult> => {
    const [name, ...more] = context.positionals;
    const reason = text(context.options.reason);
    if (name === undefined || reason === null || more.length > 0) return usage;
    const node = await nodeOf(context);
    if (!node.ok) return refuse(...node.problems);
    const contracts = await endContract(node.value, name, reason);
    if (contracts.length === 0) return refuse(problem('exchange_no_contract', 'NODE', { node: name }));
    return answer({ node: name, contracts }, `${name}  ${contracts.length}`);
  },
};

const follow: Command = {
  name: 'exchange refollow',
  usage: '',
  summary:
    'leave the copy of the law that this node has, and take the secretariat’s from the first item again',
  options: reasonOption,
  run: async (context): Promise<CommandResult> => {
    const reason = text(context.options.reason);
    if (reason === null || context.positionals.length > 0) return usage;
    const register = await context.register();
    if (!register.ok) return refuse(...register.problems);
    const node = await nodeOf(context);
    if (!node.ok) return refuse(...node.problems);
    const { id } = register.value;
    const left = await refollow(node.value, id, reason);
    if (left === null) return refuse(problem('exchange_nothing_followed', '', { register: id }));
    return answer({ register: id, left }, `${id}  ${left.sequence}`);
  },
};

export const endingCommands: readonly Command[] = [end, follow];
