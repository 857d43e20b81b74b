-- What is set aside is set aside of one run, and of those that were over by then and looked no further: what a run that is made later says
-- of the trader, of the same month, too, stands in the list again, and can be set aside anew.
drop index vat.alert_set_aside_once;
create unique index alert_set_aside_once on vat.alert_set_aside (register, party, trader, run)
  where taken_up_at is null;
