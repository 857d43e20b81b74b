import type { Module } from '#platform/module.ts';
import { bodyCommands } from './bodies/commands.ts';
import { fileCommands } from './files/commands.ts';
import { unionKinds } from './files/layout.ts';
import { lawCommands } from './law/commands.ts';
import { moneyCommands } from './money/commands.ts';
import { unionTexts } from './text/texts.ts';

export const union: Module = {
  name: 'union',
  kinds: unionKinds,
  pages: [],
  commands: [...bodyCommands, ...lawCommands, ...moneyCommands, ...fileCommands],
  permissions: [],
  problems: {
    nl: unionTexts('nl').problems,
    fr: unionTexts('fr').problems,
    de: unionTexts('de').problems,
    en: unionTexts('en').problems,
  },
};
