-- What is searched is compared without case and accents, whatever the locale of the database: many are made with
-- locale C, which knows letters of English only.
create function folded(words text) returns text language sql immutable parallel safe as $$
  select translate(lower(words),
    'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ',
    'aaaaaaceeeeiiiinoooooouuuuyyaaaaaaceeeeiiiinoooooouuuuyy')
$$;
grant execute on function folded(text) to pmm_app, pmm_worker;
