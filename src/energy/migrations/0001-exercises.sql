-- Exercises of an energy crisis, and the log of each: what was done at which seat, at which minute of the exercise and when by the clock of the
-- machine. Lines are added and never changed or taken away: nobody is granted more.
create schema energy;
grant usage on schema energy to tripoint_app;

create table energy.exercise (
  id text primary key,
  register text not null,
  -- Id of the body that holds it.
  body text not null,
  -- As it was made from its template and seed: a template that changes later changes no exercise.
  scenario jsonb not null,
  -- Parties that have a seat; the secretariat has one always.
  parties text[] not null check (cardinality(parties) > 0),
  -- Minutes of the exercise.
  acknowledge_within integer not null check (acknowledge_within > 0),
  -- The person, by the name that this node has for him.
  opened_by text not null,
  opened_at timestamptz not null
);
create index on energy.exercise (register, opened_at desc);

create table energy.exercise_entry (
  exercise text not null references energy.exercise,
  number integer not null check (number > 0),
  minute integer not null check (minute >= 0),
  -- A party, or `secretariat`.
  seat text not null,
  deed jsonb not null,
  person text not null,
  at timestamptz not null,
  primary key (exercise, number)
);

grant select, insert on energy.exercise, energy.exercise_entry to tripoint_app;
