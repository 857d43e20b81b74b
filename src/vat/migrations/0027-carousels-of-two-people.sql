-- Bridges are asked for on the word of two people: one drafts, another one of the same state releases. A search can be stopped.
alter table vat.carousel_search rename column asked_by to drafted_by;
alter table vat.carousel_search rename column asked_at to drafted_at;
alter table vat.carousel_search
  -- Null: nobody did, or it was asked before two people were needed.
  add column released_by text,
  add column released_at timestamptz,
  drop constraint carousel_search_state_check,
  add constraint carousel_search_state_check
    check (state in ('drafted', 'withdrawn', 'waiting', 'running', 'stopped', 'done', 'failed'));
-- What waited for its turn on one person's word now waits for another's.
update vat.carousel_search set state = 'drafted' where state = 'waiting';
