import { describe, expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { problem } from '#kernel/result.ts';
import { alertTexts } from '../text/texts.ts';
import { faultOf, faultOfRun } from './fault.ts';

const failed = (message: string) => problem('vat_run_failed', '', { message });

describe('What ended a run', () => {
  test.each([
    ['ENOSPC: no space left on device, write', 'no_room'],
    ['IO Error: Could not write file "x.tmp": No space left on device', 'no_room'],
    ['Out of Memory Error: failed to offload data block (512.0 MiB/512.0 MiB used)', 'no_memory'],
    ['Worker terminated due to reaching memory limit: JS heap out of memory', 'no_memory'],
    ["ENOENT: no such file or directory, open '/data/vat/x/plan.json'", 'file_gone'],
    ['IO Error: No files found that match the pattern "rows.parquet"', 'file_gone'],
    ['Cannot read properties of undefined (reading 3)', 'unknown'],
  ])('%s', (message, fault) => {
    expect(faultOf(failed(message))).toBe(fault);
    expect(faultOfRun(failed(message))).toBe(fault);
  });

  test('is that nothing was declared where the run itself says so', () => {
    expect(faultOf(problem('vat_nothing_declared'))).toBe('nothing_declared');
  });

  test('is that it was begun by other rules where the run itself says so', () => {
    expect(faultOfRun(problem('vat_run_other_rules'))).toBe('other_rules');
  });

  test('is said in every language with what to do, and never in the words of the fault', () => {
    for (const language of languages) {
      const { faults, makingFaults } = alertTexts(language).runs;
      for (const said of [...Object.values(faults), ...Object.values(makingFaults)]) {
        expect(said.split(/[.;] /).length).toBeGreaterThan(1);
        expect(said).not.toMatch(/ENOSPC|ENOENT|error:/i);
      }
    }
  });
});
