import { expect, test } from 'vitest';
import { readConfig } from '#platform/config.ts';

test('Nothing set gives a node on this machine only, with the embedded database and the first data set', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    ok: true,
    value: {
      databaseUrl: null,
      readTimeout: 30_000,
      loadsFirstData: true,
      port: 3000,
      host: '127.0.0.1',
      baseUrl: null,
      production: false,
      logLevel: 'info',
      oidc: null,
      mail: null,
    },
  });
  expect(config.ok && config.value.dataFolder).toMatch(/^\/.*\/\.data$/);
});

test('Every variable is read; an empty one counts as not set', () => {
  expect(
    readConfig({
      DATABASE_URL: 'postgresql://me:secret@db.example:5432/tripoint',
      DATABASE_READ_TIMEOUT: '5',
      TRIPOINT_DATA: '/var/lib/tripoint',
      TRIPOINT_EMPTY: '1',
      PORT: '',
      HOST: '0.0.0.0',
      BASE_URL: 'https://tripoint.example/',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'tripoint',
      OIDC_CLIENT_SECRET: 'secret',
      SMTP_URL: 'smtp://mail.example:587',
      MAIL_FROM: 'tripoint@mail.example',
    }),
  ).toEqual({
    ok: true,
    value: {
      databaseUrl: 'postgresql://me:secret@db.example:5432/tripoint',
      readTimeout: 5_000,
      dataFolder: '/var/lib/tripoint',
      loadsFirstData: false,
      port: 3000,
      host: '0.0.0.0',
      baseUrl: 'https://tripoint.example',
      production: true,
      logLevel: 'warn',
      oidc: { issuer: 'https://id.example', clientId: 'tripoint', clientSecret: 'secret' },
      mail: { url: 'smtp://mail.example:587', from: 'tripoint@mail.example' },
    },
  });
});

test('All faults are found at once, and no value is repeated', () => {
  const config = readConfig({
    DATABASE_URL: 'mysql://root:hunter2@localhost/x',
    DATABASE_READ_TIMEOUT: '0',
    TRIPOINT_EMPTY: 'yes',
    PORT: '65536',
    BASE_URL: 'ftp://tripoint.example',
    LOG_LEVEL: 'loud',
    OIDC_ISSUER: 'id.example',
    OIDC_CLIENT_SECRET: 'hunter3',
    SMTP_URL: 'http://me:hunter4@mail.example',
  });
  expect(config.ok ? [] : config.problems.map(({ code, path }) => [path, code])).toEqual([
    ['DATABASE_URL', 'config_database_url_invalid'],
    ['DATABASE_READ_TIMEOUT', 'config_seconds_invalid'],
    ['TRIPOINT_EMPTY', 'config_flag_invalid'],
    ['PORT', 'config_port_invalid'],
    ['BASE_URL', 'config_address_invalid'],
    ['LOG_LEVEL', 'config_log_level_invalid'],
    ['OIDC_ISSUER', 'config_address_invalid'],
    ['SMTP_URL', 'config_smtp_url_invalid'],
    ['OIDC_CLIENT_ID', 'config_oidc_incomplete'],
    ['MAIL_FROM', 'config_mail_incomplete'],
  ]);
  expect(JSON.stringify(config)).not.toMatch(/hunter/);
});

test.each(['-1', '3.5', 'http', '1e3', ' 80', '99999'])('%j is no port', (port) => {
  expect(readConfig({ PORT: port })).toMatchObject({ ok: false, problems: [{ path: 'PORT' }] });
});
