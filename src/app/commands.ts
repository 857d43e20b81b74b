import { platformCommands } from '#platform/commands.ts';
import type { Command } from '#platform/module.ts';
import { modules } from './modules.ts';

/** Everything the command line can do. */
export const commands: readonly Command[] = [
  ...modules.flatMap((module) => module.commands),
  ...platformCommands,
];
