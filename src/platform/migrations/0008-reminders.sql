-- Reminders by mail. What reminds whom of what is claimed before anything is sent, by a key that can stand here once: a second
-- node, a second start or a clock that goes back finds it taken. The text stands with the claim, so that what failed is tried
-- again as it was. Nobody's record: not journalled, not exported.

-- One mail to one addressee on one day.
create table platform.digest (
  id uuid primary key,
  register text not null,
  addressee text not null,
  day date not null,
  address text not null,
  language text not null,
  title text not null,
  content text not null,
  made_at timestamptz not null,
  unique (register, addressee, day)
);

-- `told`: said in the digest; else passed over, because by then a later reminder of the same thing was due.
create table platform.reminder (
  register text not null,
  subject text not null,
  rule text not null,
  due date not null,
  digest uuid not null references platform.digest (id),
  told boolean not null,
  primary key (register, subject, rule, due)
);
create index reminder_digest on platform.reminder (digest);

-- That the mail server took it.
create table platform.digest_sent (
  digest uuid primary key references platform.digest (id),
  sent_at timestamptz not null
);

grant select, insert on platform.digest, platform.reminder, platform.digest_sent to tripoint_app;
