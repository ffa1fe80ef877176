import { sql } from 'kysely'
import type { Db } from '../../../server/src/platform'

/** The batch of figures that is asked for; another administration has one of its own. */
export const BATCHES = {
  XAL: 'b0000000-0000-7000-8000-000000000001',
  XOR: 'b0000000-0000-7000-8000-000000000002',
} as const

/** A batch of figures of two administrations, of two elements in the first, over what a figure was before. */
export async function addBatches(db: Db, now: string): Promise<void> {
  await sql`insert into draft_revision (id, assessment_id, administration_id, element_code, year, value, is_estimated,
      revision, written_at, written_by, batch_id, batch_file, batch_undoes)
    select gen_random_uuid(), s.id, s.administration_id, e.code, 2024, 1234.5 + n, false, 950 + n, ${now}::timestamptz,
      s.started_by, case when n = 2 then b.id::uuid end, case when n = 2 then 'figures.xlsx' end,
      case when n = 2 then b.id::uuid end
    from assessment s join administration m on m.id = s.administration_id join cycle c on c.id = s.cycle_id
      join (values ('XAL', ${BATCHES.XAL}), ('XOR', ${BATCHES.XOR})) b(code, id) on b.code = m.code,
      generate_series(1, 2) n, (values ('DECL_ELECTRONIC'), ('DECL_ALL')) e(code)
    where c.code = 'C2024' and exists (select 1 from data_value v where v.assessment_id = s.id and v.element_code = e.code
      and v.year = 2024)`.execute(db)
}
