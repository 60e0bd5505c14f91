/**
 * Who or what a count is about. Each family takes its counts from a caseload series of its own (children from e-PPGBM,
 * households from verval KRS …), so that two sources are never mixed in one column.
 */
export const FAMILIES = {
  child: [
    'under_five', 'under_two', 'child_6_23', 'stunted', 'severely_stunted', 'moderately_wasted', 'severely_wasted', 'underweight',
    'faltering', 'pmt_wasted', 'pmt_underweight', 'pmt_faltering',
  ],
  mother: ['pregnant', 'pregnant_ced', 'lactating'],
  youth: ['adolescent_girl', 'bride_to_be'],
  household: ['at_risk_family', 'family_no_toilet', 'family_no_safe_water', 'poor_family'],
  resource: ['cadre', 'development_cadre', 'posyandu'],
} as const

export type Family = keyof typeof FAMILIES
export type TargetGroup = (typeof FAMILIES)[Family][number]

export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly Family[]
export const TARGET_GROUPS: readonly TargetGroup[] = FAMILY_NAMES.flatMap((family) => [...FAMILIES[family]])

const familyByGroup = new Map<TargetGroup, Family>(FAMILY_NAMES.flatMap((family) => FAMILIES[family].map((group) => [group, family] as const)))

export function familyOf(group: TargetGroup): Family {
  return familyByGroup.get(group) as Family
}

export function isTargetGroup(text: string): text is TargetGroup {
  return familyByGroup.has(text as TargetGroup)
}

/** Denominators of the under-five counts: sasaran (S), ditimbang (D), diukur TB/U, with a BB/U status, with a BB/TB status. */
export const DENOMINATORS = ['targeted', 'weighed', 'measured', 'weight_status', 'wasting_status'] as const
export type Denominator = (typeof DENOMINATORS)[number]
