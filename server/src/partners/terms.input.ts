import { Field, InputType } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import { DateScalar } from '#platform'

@InputType({ description: 'Who the partner is and what its program may read.' })
export class ApiClientTermsInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name of the program.' })
  readonly name!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Organisation it belongs to.' })
  readonly organisation!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'What it reads the data for.' })
  readonly purpose!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name of the partner’s contact.' })
  readonly contactName!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'E-mail address of the partner’s contact.' })
  readonly contactMail!: string

  @Access(SECRETARIAT)
  @Field(() => [String], {
    description:
      '"read:public" always; "read:embargo" for releases before their date; "kpi:" and the code of a KPI, an outcome or a dimension to narrow both.',
  })
  readonly scopes!: readonly string[]

  @Access(SECRETARIAT)
  @Field(() => [String], {
    description: 'Networks its tokens work from, such as "192.0.2.0/24". Empty for all.',
  })
  readonly allowedNetworks!: readonly string[]

  @Access(SECRETARIAT)
  @Field(() => DateScalar, { description: 'Last day of the access, at most a year from now.' })
  readonly expiresOn!: string
}
