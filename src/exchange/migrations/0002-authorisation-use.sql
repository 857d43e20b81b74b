-- On which days a named authorisation was used, for the last use; what was asked then stands in the journal. Only added to.
create table exchange.authorisation_use (
  register text not null,
  authorisation text not null,
  used_on date not null,
  primary key (register, authorisation, used_on)
);

grant select, insert on exchange.authorisation_use to tripoint_app;
