import { type Language, localeOf } from '#kernel/languages.ts';
import { mostInvoices } from '../../rules/application.ts';
import type { Shape } from '../../rules/application-fields.ts';
import { workTexts } from '../work/work-texts.ts';
import { de } from './de.ts';
import { type ApplicationTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, ApplicationTexts>> = { nl, fr, de, en };

/** What is said of the file of an application, field by field. */
export function applicationTexts(language: Language): ApplicationTexts {
  return catalogues[language];
}

/** What may stand in a field, in words. */
export function shapeText(shape: Shape, language: Language): string {
  const { shapes } = applicationTexts(language);
  const written = (most: number) => new Intl.NumberFormat(localeOf(language)).format(most);
  switch (shape.kind) {
    case 'text':
      return shapes.text({ most: written(shape.most) });
    case 'among':
      return shapes.among({ values: namedIn(shape.values, workTexts(language).statuses) });
    case 'nature':
      // Each begins with its code.
      return shapes.nature({ values: Object.values(workTexts(language).natures).join('; ') });
    case 'invoices':
      return shapes.invoices({ most: written(mostInvoices) });
    default:
      return shapes[shape.kind]();
  }
}

/** Codes, each with its word. */
const namedIn = (codes: readonly string[], words: Readonly<Record<string, string>>): string =>
  codes.map((code) => `${code} (${words[code] ?? code})`).join('; ');
