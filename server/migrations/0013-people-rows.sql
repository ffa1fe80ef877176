set local role pmm_owner;

-- Who acts for the viewer's administration at present. Everybody else is a card: name, hat, organisation.
create function colleagues() returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct r.person_id), '{}') from person_role r
    where pmm_hat() in ('C', 'N', 'A', 'V') and r.ended_at is null
      and r.administration_id = pmm('administration')::uuid
$$;

drop policy signed_in on person;
create policy oneself on person for select to pmm_app using (id = (select pmm('person')::uuid));
create policy own_administration on person for select to pmm_app using (id = any ((select colleagues())::uuid[]));
create policy administrator on person for select to pmm_app using ((select pmm_hat()) = 'D');

-- Accounts and roles: oneself, the coordinator over the own house, the administrator.
drop policy secretariat on person_account;
drop policy coordinator on person_account;
create policy coordinator on person_account for select to pmm_app
  using ((select pmm_hat()) = 'N' and person_id = any ((select colleagues())::uuid[]));
create policy administrator on person_account for select to pmm_app using ((select pmm_hat()) = 'D');
drop policy own_administration on person_role;
drop policy secretariat on person_role;
create policy coordinator on person_role for select to pmm_app
  using ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid));
create policy administrator on person_role for select to pmm_app using ((select pmm_hat()) = 'D');

-- Whom the cycle officer may name as a reviewer, with what speaks for and against each.
create function reviewer_candidates()
  returns table (person_id uuid, name text, is_active boolean, accreditation text, accredited_until date,
    accredited_areas text[], home uuid, homes uuid[], leads boolean, acts_for uuid[])
  language sql stable security definer set search_path = public as $$
  select p.id, p.name, a.status = 'ACTIVE', a.accreditation, a.accredited_until, a.accredited_areas,
      c.home, c.homes, c.leads,
      array(select o.administration_id from person_role o where o.person_id = p.id and o.ended_at is null
        and o.administration_id is not null)
    from (select r.person_id, (array_agg(r.administration_id order by r.role, r.id))[1] as home,
        array_agg(r.administration_id) as homes, bool_or(r.role = 'LEAD_REVIEWER') as leads
      from person_role r where r.role in ('REVIEWER', 'LEAD_REVIEWER') and r.ended_at is null
      group by r.person_id) c
    join person p on p.id = c.person_id join person_account a on a.person_id = c.person_id
    where pmm_hat() = 'O'
$$;

revoke execute on function colleagues(), reviewer_candidates() from public;
grant execute on function colleagues(), reviewer_candidates() to pmm_app;
