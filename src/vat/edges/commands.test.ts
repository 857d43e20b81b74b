import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readClickHouseFile } from './clickhouse-file.ts';
import { tablesOf } from './clickhouse-store.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-edges-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('The file that says where ClickHouse is', () => {
  const read = async (text: string) => {
    const file = join(folder, 'clickhouse.json');
    await writeFile(file, text);
    return readClickHouseFile(file, '--clickhouse');
  };

  test('has an address, and may have a name, a password and a database', async () => {
    const url = 'https://clickhouse.example:8443';
    expect(await read(JSON.stringify({ url }))).toEqual({
      ok: true,
      value: { url, user: null, password: null, database: null },
    });
    const whole = { url, user: 'reader', password: 'p', database: 'vat' };
    expect(await read(JSON.stringify(whole))).toEqual({ ok: true, value: whole });
  });

  test('that says something else, or is not there, is refused, and its secrets are not repeated', async () => {
    for (const [text, code] of [
      ['{', 'json_invalid'],
      ['{"url": "file:///etc/passwd"}', 'vat_clickhouse_invalid'],
      ['{"url": "https://a.example", "pasword": "secret-word"}', 'vat_clickhouse_invalid'],
      ['{"url": "https://reader:secret-word@a.example"}', 'vat_clickhouse_invalid'],
      ['{"url": "https://a.example", "password": 7}', 'vat_clickhouse_invalid'],
    ] as const) {
      const found = await read(text);
      expect(found).toMatchObject({ ok: false, problems: [{ code, path: '--clickhouse' }] });
      expect(JSON.stringify(found)).not.toContain('secret-word');
    }
    expect(await readClickHouseFile(join(folder, 'none'), '--clickhouse')).toMatchObject({
      problems: [{ code: 'file_unreadable' }],
    });
  });

  test('leads to tables that are those of one register, whatever signs its name has', () => {
    expect(tablesOf('benelux')).toEqual({
      supplies: 'tripoint_supplies_benelux',
      files: 'tripoint_supply_files_benelux',
    });
    expect(tablesOf("x'; DROP--").supplies).toMatch(/^[a-z_0-9]+$/);
  });
});
