-- The verifiable log over the journal's sequence: full tiles of its Merkle tree, which never change. What is not yet a full tile is
-- read from the sequence and from the roots of the tiles below.
create schema exchange;

create table exchange.log_tile (
  -- Tile level 0 has hashes of entries, level 1 the roots of tiles of level 0, and so on.
  level smallint not null,
  index bigint not null,
  hashes bytea not null check (octet_length(hashes) = 8192),
  root bytea not null check (octet_length(root) = 32),
  primary key (level, index)
);

grant usage on schema exchange to tripoint_app;
grant select, insert on exchange.log_tile to tripoint_app;
