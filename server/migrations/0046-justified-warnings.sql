set local role pmm_owner;

-- Which warnings the justification was written for: one for +67 % says nothing about +379 %. What stands already stands for
-- the warnings of today.
alter table kpi_response add column justified_warnings text;
