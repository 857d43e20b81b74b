-- The strongest reason of an alert besides what it looks like, beside its bundle: a list shows it, and need not open each bundle for it.
alter table vat.alert add column reason jsonb;
update vat.alert set reason = jsonb_path_query_first(bundle, '$.score.reasons[*] ? (@.input != "archetypes")');
