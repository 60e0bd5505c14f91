import type { RuleGroup } from '#shared/domain/rule.ts'

/**
 * What the percentages of Dana Desa are about, in village codes and commitment classes. That a code stands for a group is our reading
 * of its label (Permendagri 20/2018), not a quoted rule.
 */
export const BLT: RuleGroup = { villageCodes: ['5.3'], commitments: ['blt'] }
export const FOOD_SECURITY: RuleGroup = { villageCodes: ['4.2'], commitments: ['food_security'] }
export const OPERATIONS: RuleGroup = { villageCodes: ['1.1.08'], commitments: ['operations'] }
