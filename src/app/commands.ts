import { actionCommand } from '#platform/actions/command.ts';
import { platformCommands } from '#platform/commands.ts';
import type { Command } from '#platform/module.ts';
import { accessCommands } from './access.ts';
import { modules } from './modules.ts';
import { nodeCommand } from './node-command.ts';

/** Everything the command line can do. */
export const commands: readonly Command[] = [
  ...modules.flatMap((module) => module.commands),
  ...modules.flatMap(({ name, actions }) => actions.map((action) => actionCommand(name, action))),
  ...platformCommands,
  ...accessCommands,
  nodeCommand,
];
