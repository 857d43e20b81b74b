import { expect, test } from 'vitest';
import { operationText } from '#exchange';
import { languages } from '#kernel/languages.ts';
import { feedbackOperation } from '../cases/model.ts';
import { bridgeOperations } from './model.ts';

test.each(languages)('What states ask each other about VAT has words of its own in %s', (language) => {
  for (const operation of [...Object.values(bridgeOperations), feedbackOperation])
    expect(operationText(operation, language), operation).not.toContain('vat.');
});
