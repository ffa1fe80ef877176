set local role pmm_owner;

-- Rules may also bound one figure, or compare two formulas over figures.
alter table validation_rule drop constraint validation_rule_type_check;
alter table validation_rule add constraint validation_rule_type_check
  check (type in ('PART_OF_WHOLE', 'LARGE_CHANGE', 'POSITIVE_BASE', 'RANGE', 'CONSISTENCY'));
