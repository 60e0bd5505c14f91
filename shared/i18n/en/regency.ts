/** Words of the regency's workbooks. */
export const regency = {
  footer: 'Put together with Rembuk from {received} of {villages} village packages, {year}', page: 'page {page} of {pages}', printed: 'made {time}',
  common: { no: 'No', code: 'Code', village: 'Village/ward', district: 'District', need: 'Need (Rp)', funded: 'Funded (Rp)', gap: 'Unfunded (Rp)', direct: 'Direct to target (Rp)', villages: 'Villages', total: 'Total', unknown: 'no data', none: '–', noCode: 'no code' },
  rkpd: { programme: 'RKPD by programme', opd: 'RKPD by department' },
  tagging: {
    sheet: 'Tagging', title: 'PROPOSED TAGGING OF SUB-ACTIVITIES AGAINST STUNTING', subKegiatan: 'Sub-activity', indicator: 'Indicator', target: 'Target', source: 'Funding source', ceiling: 'Ceiling (Rp)', percent: 'Percent stunting', tagged: 'Tagged (Rp)', directPart: 'Direct spending (Rp)', direct: 'Direct part (Rp)', share: 'Direct of tagged',
    note: 'A proposal: the official list of sub-activities (letter of the Minister 400.5.2/0335/Bangda, 17-01-2024) was not to be had. Ceilings are regency money alone; direct as the spending class of each line says, or as marked.',
  },
  lists: {
    programmes: 'RPJMD programmes', ceilings: 'OPD ceilings', code: 'Programme code', programme: 'Programme name', opd: 'OPD', ceiling: 'Ceiling (Rp)', programmesFile: 'example-rpjmd-programmes', ceilingsFile: 'example-opd-ceilings',
    programmesHint: 'Example: keep only the programmes of the RPJMD, add what is missing, then import this file.', ceilingsHint: 'Example: fill in the ceiling of each department in rupiah, then import this file. Rows without one are passed over.',
  },
  ranking: { gap: 'Largest unfunded', share: 'Part of the need that is funded, lowest first', stunted: 'Most stunted children, of those measured', more: '{shown} of {all} villages; the others stand in Villages.', none: 'Nothing can be ranked yet.' },
  recap: {
    sheets: { villages: 'Villages', ranking: 'Ranking', district: 'By district', source: 'By source', activity: 'By activity', subKegiatan: 'By sub-activity', caseload: 'Caseload', drift: 'Between documents' },
    title: 'RECAPITULATION OF PLANS TO REDUCE STUNTING', of: '{region}, FISCAL YEAR {year}', state: 'State', revision: 'Revision', stunted: 'Stunted children', measured: 'Measured', notes: 'Notes',
    missing: 'What has not come in does not count as nought; sums are of what has.', opd: 'Usual department (unverified)', ceiling: 'Ceiling (Rp)', spent: 'Used (Rp)', source: 'Funding source', withCeiling: 'Villages with a ceiling',
    group: 'Target group', count: 'Count', counting: 'Villages that count it', activity: 'Activity', subKegiatan: 'Sub-activity',
    states: { missing: 'Not in', received: 'Received', updated: 'Updated', refused: 'Refused' },
  },
  drift: {
    title: 'WHAT DRIFTS BETWEEN DOCUMENTS', from: 'From', before: 'Before (Rp)', to: 'To', after: 'After (Rp)', difference: 'Difference (Rp)', own: 'regency/city', now: 'plan as it stands', absent: 'absent', none: 'Locked documents agree with each other.',
    note: 'Activities whose funding differs between two locked documents that follow each other, or between the last one and the plan as it stands.', noVersions: '{count} of {received} villages/wards sent no locked version and were not checked.',
  },
  optimum: {
    sheets: { villages: 'Joint optimum', funds: 'Shared money', steps: 'Steps and bounds' }, title: 'JOINT OPTIMUM OF REGENCY AND VILLAGE MONEY', own: 'Own money (Rp)', shared: 'Shared (Rp)', formula: 'By formula (Rp)', before: 'Coverage before', after: 'Coverage', lowest: 'Lowest',
    fund: 'Shared money', envelope: 'Envelope of the division', amount: 'Available (Rp)', spent: 'Used (Rp)', left: 'Left (Rp)', proven: 'Proven to be the best.', within: 'No other division is better by more than {gap} in any step.',
    lowestNote: 'Lowest: the activity that follows a count with the lowest coverage in that village’s first priority. Coverage is of whole units, weighed by the weight of each activity.', outdated: 'Village plans have changed since this was computed.',
  },
  division: {
    sheets: { villages: 'Division', terms: 'Terms' }, title: 'DIVISION OF THE REGENCY ENVELOPE OVER VILLAGES', terms: 'TERMS OF THE DIVISION',
    share: 'Formula share', last: 'Last year (Rp)', lower: 'Lower bound (Rp)', upper: 'Upper bound (Rp)', state: 'State', exact: 'Before rounding (Rp)', whole: 'Whole units (Rp)', rest: 'Rest of a unit', amount: 'Amount (Rp)',
    before: 'Unfunded before (Rp)', after: 'Unfunded after (Rp)', free: 'free', low: 'lower bound', high: 'upper bound',
    envelope: 'Envelope', base: 'Base of each village', floor: 'At least', cap: 'At most', hold: 'Not below (per 10,000 of last year)', unit: 'Rounding unit',
    weight: 'Weight (percent): {measure}', total: 'Total of all villages: {measure}', bound: 'Held at a bound', freeCount: 'Free villages', freeShare: 'Formula share of the free villages', left: 'Left for the formula', units: 'Units left to hand out', odd: 'Less than a unit', label: 'What', value: 'Value',
    note: 'Amount = base + left for the formula × formula share ÷ formula share of the free villages; a village at a bound gets its bound. Units that are left go to the largest rests. The column State is set by the application; all others are formulas.',
  },
} as const
