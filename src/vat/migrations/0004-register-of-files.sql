-- A node can hold registers of several unions, and one that is made up: what was declared for one says nothing in another.
-- Files from before stand in a folder of no register; who has some takes them in again.
delete from vat.file;
alter table vat.file drop constraint file_pkey;
alter table vat.file add column register text not null;
alter table vat.file add primary key (register, state, kind, sha256);
