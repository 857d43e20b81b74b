-- A key that was followed by another still signs for a moment; that it is revoked ends it before. Both are kept: the first end counts.
alter table exchange.node_key_end drop constraint node_key_end_pkey;
alter table exchange.node_key_end add primary key (fingerprint, reason);
