import { sql } from 'kysely'
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { Access, PUBLIC, Rows, type Context } from '#access'
import { LocaleArgs, localized, type Texts } from '#accounts'
import { requestError, type Db } from '#platform'
import type { FrameworkVersionStatus } from '../enums'
import { FrameworkNodeKind } from '../node/node-kind'

const MOST = 50
const LONGEST = 100

@ArgsType()
class SearchArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the framework version.' })
  readonly version!: string

  @Access(PUBLIC)
  @Field(() => String, {
    description: 'Code or words, each of which is to be found; case and accents do not matter.',
  })
  readonly words!: string

  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description: 'Most hits wanted, from 1 to 50; 20 by default.',
  })
  readonly first?: number | null
}

@ObjectType('FrameworkSearchHit', { description: 'Part of a framework version that was found.' })
@Rows('CATALOGUE')
@Access(PUBLIC)
export class FrameworkSearchHit {
  readonly nameTexts!: Texts
  /** Status of the version, which decides who may read the hit. */
  readonly status!: FrameworkVersionStatus

  @Access(PUBLIC)
  @Field(() => FrameworkNodeKind, { description: 'Kind of the part.' })
  readonly kind!: FrameworkNodeKind

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the part.' })
  readonly code!: string
}

@Resolver(() => FrameworkSearchHit)
export class FrameworkSearchHitFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Name or label in the chosen language.' })
  name(@Root() hit: FrameworkSearchHit, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(hit.nameTexts, locale)
  }
}

@Resolver()
export class FrameworkSearch {
  @Access(PUBLIC)
  @Query(() => [FrameworkSearchHit], {
    description:
      'Parts of a version by code or by words of their names and definitions, in English and French. Codes and names come before definitions.',
  })
  frameworkSearch(
    @Args(() => SearchArgs) { version, words, first }: SearchArgs,
    @Ctx() context: Context,
  ): Promise<readonly FrameworkSearchHit[]> {
    const most = first ?? 20
    if (most < 1 || most > MOST) {
      throw requestError('BAD_INPUT', 'PAGE_SIZE', `"first" must be from 1 to ${MOST}.`)
    }
    const wanted = words.slice(0, LONGEST).trim().split(/\s+/).filter(Boolean)
    if (wanted.length === 0) return Promise.resolve([])
    return context.read((db) => hitsOf(db, version, wanted, most))
  }
}

// One statement over all parts; the row policies hide versions the viewer may not see.
async function hitsOf(
  db: Db,
  version: string,
  words: readonly string[],
  most: number,
): Promise<readonly FrameworkSearchHit[]> {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`)
  const { rows } = await sql<FrameworkSearchHit>`
    with part as (
      select 'DIMENSION' as kind, 1 as rank, version_id, code, sort, name, description from dimension
      union all select 'EXPECTED_OUTCOME', 2, version_id, code, sort, name, description from expected_outcome
      union all select 'KPI', 3, version_id, code, sort, name, description from kpi
      union all select 'DATA_ELEMENT', 4, version_id, code, sort, label, description from data_element
      union all select 'INSTRUMENT', 5, version_id, code, sort, name, '{}'::jsonb from instrument
    ), read as (
      select part.*, v.status, folded(concat_ws(' ', part.code, part.name ->> 'en', part.name ->> 'fr')) as title,
        folded(concat_ws(' ', part.description ->> 'en', part.description ->> 'fr')) as body
      from part join framework_version v on v.id = part.version_id where v.code = ${version}
    )
    select kind, code, name as name_texts, status from read
    where (select bool_and(title || ' ' || body like folded(pattern)) from unnest(${patterns}::text[]) pattern)
    order by (select bool_and(title like folded(pattern)) from unnest(${patterns}::text[]) pattern) desc, rank, sort, code
    limit ${most}`.execute(db)
  return rows
}
