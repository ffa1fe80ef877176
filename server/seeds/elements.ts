/** How the figures of each data element behave in an administration of middle size. */
export type ElementShape =
  | {
      readonly kind: 'AMOUNT'
      /** Typical figure of 2022. */
      readonly base: number
      readonly growth: number
      /** Largest deviation of one year from the trend. */
      readonly wobble: number
      /** How strongly the figure follows the size of the administration, 0 to 1. */
      readonly scale: number
      readonly step: number
      /** Likelihood that an administration has none at all. */
      readonly none: number
    }
  | {
      readonly kind: 'SHARE'
      readonly of: string
      readonly low: number
      readonly high: number
      /** Change of the share in a year. */
      readonly drift: number
      readonly none: number
      readonly step: number
    }
  | { readonly kind: 'LEVEL'; readonly low: number; readonly high: number }
  | { readonly kind: 'FLAG'; readonly likelihood: number }
  | { readonly kind: 'HOURS'; readonly of: string; readonly low: number; readonly high: number }
  | { readonly kind: 'MULTIPLE'; readonly of: string; readonly low: number; readonly high: number }

type Options = Partial<{
  growth: number
  wobble: number
  scale: number
  step: number
  none: number
  drift: number
}>

const amount = (base: number, options: Options = {}): ElementShape => ({
  kind: 'AMOUNT',
  base,
  growth: options.growth ?? 0.03,
  wobble: options.wobble ?? 0.03,
  scale: options.scale ?? 1,
  step: options.step ?? 1,
  none: options.none ?? 0,
})

const money = (base: number, growth = 0.05, wobble = 0.04): ElementShape =>
  amount(base, { growth, wobble, step: 1000 })

const share = (of: string, low: number, high: number, options: Options = {}): ElementShape => ({
  kind: 'SHARE',
  of,
  low,
  high,
  drift: options.drift ?? 0.008,
  none: options.none ?? 0,
  step: options.step ?? 1,
})

const moneyShare = (of: string, low: number, high: number): ElementShape =>
  share(of, low, high, { step: 1000, drift: 0.001 })

const seizures = (base: number): ElementShape => amount(base, { growth: 0.02, wobble: 0.15 })

export const ELEMENTS: Readonly<Record<string, ElementShape>> = {
  DECL_ALL: amount(420_000, { growth: 0.04 }),
  DECL_ELECTRONIC: share('DECL_ALL', 0.9, 1),
  DATA_REQUESTED: amount(310, { growth: -0.01, scale: 0.1, wobble: 0.005 }),
  DATA_ALIGNED: share('DATA_REQUESTED', 0.45, 0.96, { drift: 0.02 }),
  PAY_ALL: amount(260_000, { growth: 0.04 }),
  PAY_ELECTRONIC: share('PAY_ALL', 0.4, 0.98, { drift: 0.025 }),
  IMP_VALUE_ALL: money(9_400_000_000),
  IMP_VALUE_AEO: moneyShare('IMP_VALUE_ALL', 0.008, 0.075),
  EXP_VALUE_ALL: money(7_100_000_000),
  EXP_VALUE_AEO: moneyShare('EXP_VALUE_ALL', 0.006, 0.07),
  MRA_IN_FORCE: amount(2.4, { growth: 0.06, wobble: 0.1, scale: 0.6, none: 0.25 }),
  SHIP_IMP_ALL: amount(1_900_000, { growth: 0.06 }),
  ECOM_SHIP_IMP: share('SHIP_IMP_ALL', 0.12, 0.68, { drift: 0.02 }),
  ECOM_SHIP_IMP_ADVANCE: share('ECOM_SHIP_IMP', 0.2, 0.9, { drift: 0.03 }),
  SHIP_EXP_ALL: amount(820_000, { growth: 0.05 }),
  ECOM_SHIP_EXP: share('SHIP_EXP_ALL', 0.05, 0.45, { drift: 0.015 }),
  CONSIGN_IMP_RELEASED: amount(190_000, { growth: 0.04 }),
  RELEASE_HOURS_SUM: { kind: 'HOURS', of: 'CONSIGN_IMP_RELEASED', low: 19, high: 118 },
  DECL_IMP_ALL: share('DECL_ALL', 0.48, 0.66, { drift: 0.002 }),
  DECL_IMP_PREARRIVAL: share('DECL_IMP_ALL', 0.06, 0.62, { drift: 0.02 }),
  DECL_IMP_INSPECTED: share('DECL_IMP_ALL', 0.03, 0.38, { drift: -0.006 }),
  TRS_PUBLISHED: { kind: 'FLAG', likelihood: 0.55 },
  RULING_ALL: amount(240, { growth: 0.05, wobble: 0.06, none: 0.06 }),
  RULING_ON_TIME: share('RULING_ALL', 0.6, 0.99),
  RULING_LEVEL: { kind: 'LEVEL', low: 0.8, high: 4.6 },
  AGENCY_ALL: amount(15, { growth: 0, wobble: 0, scale: 0.25 }),
  AGENCY_SW_CONNECTED: share('AGENCY_ALL', 0.2, 0.95, { drift: 0.04 }),
  INSP_MULTI_AGENCY: amount(2_600, { wobble: 0.08 }),
  INSP_JOINT: share('INSP_MULTI_AGENCY', 0.1, 0.8, { drift: 0.02, none: 0.06 }),
  PUBLICATION_LEVEL: { kind: 'LEVEL', low: 1.6, high: 4.9 },
  ENQUIRY_ALL: amount(8_200, { wobble: 0.08 }),
  ENQUIRY_ON_TIME: share('ENQUIRY_ALL', 0.68, 0.99),
  TRANSIT_OPENED: amount(46_000, { wobble: 0.05 }),
  TRANSIT_DISCHARGED: share('TRANSIT_OPENED', 0.84, 0.995, { drift: 0.004 }),
  REVENUE_COLLECTED: money(1_350_000_000, 0.05, 0.05),
  REVENUE_TARGET: { kind: 'MULTIPLE', of: 'REVENUE_COLLECTED', low: 0.9, high: 1.16 },
  OPEX: moneyShare('REVENUE_COLLECTED', 0.012, 0.055),
  PCC_ALL: amount(1_150, { wobble: 0.08 }),
  PCC_IRREGULAR: share('PCC_ALL', 0.22, 0.66),
  PCC_REVENUE: moneyShare('REVENUE_COLLECTED', 0.004, 0.03),
  CLASS_CHECKED: amount(21_000, { wobble: 0.06 }),
  CLASS_CORRECT: share('CLASS_CHECKED', 0.78, 0.97, { drift: 0.005 }),
  VALUE_CHECKED: amount(17_500, { wobble: 0.06 }),
  VALUE_ADJUSTED: share('VALUE_CHECKED', 0.05, 0.32, { drift: -0.006 }),
  ORIGIN_ALL: amount(190, { wobble: 0.1, none: 0.05 }),
  ORIGIN_ON_TIME: share('ORIGIN_ALL', 0.55, 0.97),
  REFUND_ALL: amount(3_900, { wobble: 0.08 }),
  REFUND_ON_TIME: share('REFUND_ALL', 0.5, 0.97, { drift: 0.015 }),
  APPEAL_ALL: amount(310, { wobble: 0.1 }),
  APPEAL_UPHELD: share('APPEAL_ALL', 0.55, 0.9),
  DEBT_DUE: money(64_000_000),
  DEBT_RECOVERED: moneyShare('DEBT_DUE', 0.35, 0.86),
  SEIZ_DRUGS: seizures(420),
  CTRL_DRUGS_SEIZURE: share('SEIZ_DRUGS', 0.55, 0.92, { drift: 0.004 }),
  CTRL_DRUGS_ALL: { kind: 'MULTIPLE', of: 'SEIZ_DRUGS', low: 3, high: 14 },
  SEIZ_ALCOHOL: seizures(160),
  SEIZ_TOBACCO: seizures(380),
  CTRL_IPR_ALL: amount(2_900, { wobble: 0.08 }),
  CTRL_IPR_DETENTION: share('CTRL_IPR_ALL', 0.08, 0.46),
  SEIZ_MEDICAL: seizures(75),
  CTRL_ENV_ALL: amount(1_300, { wobble: 0.08 }),
  CTRL_ENV_DETECTION: share('CTRL_ENV_ALL', 0.03, 0.22),
  SEIZ_SPECIES: seizures(9),
  SEIZ_FIREARMS: seizures(26),
  CTRL_CASH_ALL: amount(5_400, { wobble: 0.08 }),
  CTRL_CASH_FOUND: share('CTRL_CASH_ALL', 0.01, 0.12, { drift: 0.002 }),
  FLIGHT_ALL: amount(24_000, { wobble: 0.05 }),
  FLIGHT_API: share('FLIGHT_ALL', 0.45, 1, { drift: 0.03 }),
  RFI_MAA: amount(140, { growth: 0.04, wobble: 0.12 }),
  ASSIST_RECEIVED: amount(120, { wobble: 0.1 }),
  ASSIST_ON_TIME: share('ASSIST_RECEIVED', 0.5, 0.97),
  INSP_RISK_ALL: amount(19_000, { wobble: 0.06 }),
  INSP_RISK_FINDING: share('INSP_RISK_ALL', 0.06, 0.31),
  INTEGRITY_LEVEL: { kind: 'LEVEL', low: 0.9, high: 4.4 },
  DISC_DUE: amount(34, { wobble: 0.15, none: 0.06 }),
  DISC_ON_TIME: share('DISC_DUE', 0.45, 0.98),
  MISCONDUCT_CHANNEL: { kind: 'FLAG', likelihood: 0.74 },
  STAFF_ALL: amount(2_300, { growth: 0.008, wobble: 0.01 }),
  STAFF_TRAINED: share('STAFF_ALL', 0.34, 0.93, { drift: 0.015 }),
  MGMT_ALL: share('STAFF_ALL', 0.05, 0.11, { drift: 0 }),
  MGMT_WOMEN: share('MGMT_ALL', 0.14, 0.56, { drift: 0.012 }),
  PLAN_DUE: amount(38, { growth: 0, wobble: 0.1, scale: 0.1 }),
  PLAN_MET: share('PLAN_DUE', 0.48, 0.97),
}
