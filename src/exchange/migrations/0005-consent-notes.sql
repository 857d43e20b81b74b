-- Consents as their supplier's node signed them, and their withdrawals: its own, and those that other nodes handed over. Which is
-- which says `node`, whose signature the note bears. A withdrawal may come before its consent.
create table exchange.consent_note (
  register text not null,
  supplier text not null,
  consent text not null,
  what text not null check (what in ('given', 'withdrawn')),
  receiver text not null,
  node text not null,
  note text not null,
  signed_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (register, supplier, consent, what)
);
create index consent_note_to_hand on exchange.consent_note (node, receiver);

-- Which node confirmed that it has one.
create table exchange.consent_handed (
  register text not null,
  supplier text not null,
  consent text not null,
  what text not null,
  node text not null,
  handed_at timestamptz not null,
  primary key (register, supplier, consent, what, node),
  foreign key (register, supplier, consent, what) references exchange.consent_note on delete cascade
);

grant select, insert on exchange.consent_note, exchange.consent_handed to tripoint_app;
-- Signed anew where its key has ended before the other confirmed that it has it.
grant update (note, signed_at) on exchange.consent_note to tripoint_app;
-- A case can be that of a person.
grant select, delete on exchange.consent_note, exchange.consent_handed to tripoint_retention;
