/** Consolidation: the plans of all villages as one. */
export const consolidation = {
  title: 'Consolidation', views: { label: 'Parts of the consolidation', table: 'Recapitulation', heat: 'By district', outliers: 'Standing out', caseload: 'Caseload', drift: 'Between documents', opd: 'OPD activities', rkpd: 'RKPD' },
  coverage: '{{received}} of {{villages}} villages are in; {{missing}} are not counted yet', kelurahan: '{{received}} of {{all}} wards (no Dana Desa)', export: 'Export the recapitulation', exporting: 'Putting together …',
  figures: { need: 'Need', funded: 'Funded', gap: 'Unfunded', direct: 'Direct to target' }, directOf: '{{percent}} of what is funded', uncounted_one: '{{count}} line without caseload data is not counted', uncounted_other: '{{count}} lines without caseload data are not counted',
  by: { label: 'By', district: 'District', opd: 'Department', source: 'Funding source', activity: 'Activity', subKegiatan: 'Sub-activity', tier: 'Priority' },
  columns: { name: 'What', code: 'Code', villages: 'Villages', need: 'Need (Rp)', funded: 'Funded (Rp)', gap: 'Unfunded (Rp)', share: 'Funded', direct: 'Direct (Rp)', ceiling: 'Ceiling (Rp)', withCeiling: 'with a ceiling', spent: 'Used (Rp)', group: 'Target group', count: 'Count', counting: 'Villages that count it' },
  total: 'Total', noCode: 'no sub-activity code', noOpd: 'no department', opdHint: 'Department by the usual owner of the sub-activity, unverified.', unknown: 'no data', of: '{{part}} of {{whole}}',
  heat: { title: 'District × measure', submitted: 'In', funded: 'Funded', direct: 'Direct to target', prevalence: 'Stunted of those measured', measured: 'Measured of the target', per_child: 'Rp funded per stunted child', hint: 'The deeper, the higher among the districts; below each figure stand its parts.' },
  outliers: { title: 'Figures that stand out', hint: 'More than twice, or less than half, of what is usual. No fault: a question to the village.', none: 'No figure stands out.', per_child: 'Rp per stunted child', cadres: 'kader per posyandu', price: 'unit price', value: 'Village', figure: 'Figure', usual: 'Usual', median: 'median', book: 'catalogue', what: 'Measure', line: 'Line' },
  doubles: { title: 'Perhaps funded twice', hint: 'To be asked about, no conclusion.', none: 'Nothing seems to be funded twice.', activity: '“{{label}}” is funded by the village and by “{{with}}” of the regency', child: '{{group}}: “{{label}}” by the village and “{{with}}” by a partner' },
  drift: {
    title: 'What moved between documents', hint: 'Activities whose funded amount differs between two locked documents that follow each other, or between the last one and the plan as it stands.', none: 'The locked documents agree with each other.', noVersions_one: '{{count}} village sent no locked version and is not checked.', noVersions_other: '{{count}} villages sent no locked version and are not checked.',
    documents: 'Locked: {{list}}', document: '{{stage}} {{villages}} of {{all}}', where: 'Village', activity: 'Activity', from: 'From', to: 'To', before: 'Before (Rp)', after: 'After (Rp)', difference: 'Difference (Rp)', own: 'regency', now: 'plan as it stands', absent: 'not in it', count: '{{rows}} activities in {{villages}} villages',
  },
  rkpd: {
    summary: '{{activities}} activities, {{amount}} of regency money; villages and partners are not in it', export: 'Export the RKPD', lists: 'Lists to check against', programmes: 'RPJMD programmes', programmesHint: 'One programme code a line, such as 1.02.02', ceilings: 'Department ceilings', ceilingsHint: 'Department and rupiah a line, such as Dinkes 45 billion', save: 'Save the lists', bad: 'Cannot be read: {{line}}',
    opd: 'Department', programme: 'Programme', amount: 'In the RKPD (Rp)', ceiling: 'Ceiling (Rp)', noOpd: 'no department', notes: 'What does not agree', none: 'All agrees.', what: 'Check', where: 'Activity', detail: 'Detail', own: 'regency',
    codes: { no_code: 'no sub-activity code', old_code: 'old code of two digits', unknown_code: 'unknown code', no_indicator: 'no indicator', no_target: 'no target', not_in_rpjmd: 'programme not in the RPJMD', programme_empty: 'RPJMD programme without activity', over_ceiling: 'above the department’s ceiling' }, over: '{{amount}}, ceiling {{ceiling}}',
  },
  opd: {
    summary: '{{activities}} activities, {{subKegiatan}} sub-activities tagged', ceiling: 'Ceiling of sub-activities', tagged: 'Tagged', direct: 'Direct part', of: '{{percent}} of what is tagged', hint: 'A proposal: the official list of sub-activities was not to be had. Direct to the target as the spending class says, or as you marked it.',
    columns: { activity: 'Activity', opd: 'Department', indicator: 'Indicator', target: 'Target', source: 'Funding source', ceiling: 'Ceiling (Rp)', percent: 'Stunting', tagged: 'Tagged (Rp)', direct: 'Direct (Rp)' }, noCode: 'no code', none: 'none yet', noMoney: 'not funded',
    edit: { title: 'Department activity', code: 'Sub-activity code', codeHint: 'six parts, for instance 1.02.02.2.02.0015', indicator: 'Output indicator', unit: 'Unit', target: 'Target {{year}}', targetNext: 'Target {{year}}', percent: 'Percent against stunting', save: 'Save the activity', badCode: 'A sub-activity code has six parts, for instance 1.02.02.2.02.0015.', bad: 'Not a whole number; the percent is 0 to 100.', lines: 'Direct to the target', usual: 'by spending class', changed: 'changed', close: 'Close' },
    empty: { title: 'No plan of the regency yet', text: 'Make a plan of the regency; the activities of its departments appear here.' },
  },
  import: {
    choose: 'Import from a file …', template: 'Download an example file', programmes: 'Import RPJMD programmes', ceilings: 'Import OPD ceilings', take: 'Use these {{count}} rows', leave: 'Cancel', done: '{{count}} rows taken over.',
    summary: '{{rows}} rows read: {{taken}} used, {{passedOver}} passed over, {{rejected}} refused', rejected: '{{count}} rows refused', taken: 'What is used', row: 'Row', column: 'Column', value: 'Holds', why: 'Reason', code: 'Code', name: 'Programme', more: 'and {{count}} more',
    unknown: 'Has no sub-activity in the catalogue, so it is not checked: {{list}}.',
    codes: { code_missing: 'The programme code is empty.', code_invalid: 'Not a programme code; write it as 1.02.02.', opd_missing: 'There is a ceiling, but no department.', opd_twice: 'This department stands in an earlier row already.', amount_invalid: 'Not an amount in rupiah.', amount_negative: 'The ceiling is negative.', amount_fraction: 'The ceiling is not in whole rupiah.' },
  },
  empty: { title: 'Nothing has come in', text: 'Take village packages in under Submissions; the recapitulation, the caseload and what stands out appear here.', action: 'To Submissions' },
} as const
