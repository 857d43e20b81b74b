-- Who may sign in, and what each may act as. Grants are added, never rewritten; sessions and attempts may lapse, because
-- the journal holds every sign-in and sign-out.

create table platform.person (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

-- Whom an identity provider means by one of its subjects (OpenID Connect Core 1.0, section 2: `iss` and `sub` together).
create table platform.identity (
  issuer text not null,
  subject text not null,
  person uuid not null references platform.person (id),
  primary key (issuer, subject)
);

-- `valid_from` and `valid_to` keep the precision in which the basis gives them; both included, null is open.
create table platform.access_grant (
  id uuid primary key,
  person uuid not null references platform.person (id),
  register text not null,
  role text not null,
  party text,
  body text,
  valid_from text,
  valid_to text,
  basis text not null,
  granted_at timestamptz not null
);
create index access_grant_person on platform.access_grant (person);

-- Only the SHA-256 of a session's id: who reads this table cannot take over a session.
create table platform.session (
  hash text primary key,
  person uuid not null references platform.person (id),
  demonstration boolean not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_expires on platform.session (expires_at);

-- A sign-in that has gone to the identity provider and not come back; taken out when it does, so that it counts once.
create table platform.sign_in_attempt (
  hash text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  expires_at timestamptz not null
);

grant select, insert, update (name) on platform.person to tripoint_app;
grant select, insert on platform.identity, platform.access_grant to tripoint_app;
grant select, insert, delete, update (last_seen_at, revoked_at) on platform.session to tripoint_app;
grant select, insert, delete on platform.sign_in_attempt to tripoint_app;
