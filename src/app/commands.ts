import { platformCommands } from '#platform/commands.ts';
import type { Command } from '#platform/module.ts';
import { accessCommands } from './access.ts';
import { modules } from './modules.ts';

/** Everything the command line can do. */
export const commands: readonly Command[] = [
  ...modules.flatMap((module) => module.commands),
  ...platformCommands,
  ...accessCommands,
];
