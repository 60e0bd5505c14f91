/** One label per term of the domain. */
export const terms = {
  /** Stages that a plan goes through. */
  stages: {
    draft: 'draft', rembuk: 'result of the rembuk', rkp: 'RKP Desa', apbdes: 'APBDes', apbdes_adjusted: 'adjusted APBDes details', apbdes_changed: 'changed APBDes',
    musrenbangkel: 'ward musrenbang', renja: 'district Renja', rka: 'RKA', dpa: 'DPA', dppa: 'DPPA',
    ranwal: 'first draft of the RKPD', rkpd: 'RKPD', kua_ppas: 'KUA-PPAS', apbd: 'APBD', p_apbd: 'P-APBD',
  },
  groups: {
    under_five: 'under-fives', under_two: 'under-twos (0–23 months)', child_6_23: 'children of 6–23 months', stunted: 'stunted children', severely_stunted: 'severely stunted children',
    moderately_wasted: 'moderately wasted children', severely_wasted: 'severely wasted children', underweight: 'underweight children', faltering: 'children with faltering growth',
    pmt_wasted: 'wasted children for supplementary food', pmt_underweight: 'underweight children for supplementary food', pmt_faltering: 'faltering children for supplementary food',
    pregnant: 'pregnant women', pregnant_ced: 'pregnant women with CED', lactating: 'lactating women', adolescent_girl: 'adolescent girls', bride_to_be: 'brides-to-be',
    at_risk_family: 'families at risk of stunting', family_no_toilet: 'families without a proper toilet', family_no_safe_water: 'families without safe water',
    poor_family: 'poor families', cadre: 'posyandu cadres', development_cadre: 'human development cadres', posyandu: 'posyandu',
  },
  denominators: { targeted: 'targeted under-fives (S)', weighed: 'weighed (D)', measured: 'measured height-for-age', weight_status: 'with a weight-for-age status', wasting_status: 'with a weight-for-height status' },
  families: { child: 'Children', mother: 'Mothers', youth: 'Adolescents and brides-to-be', household: 'Families', resource: 'Cadres and posyandu' },
  kinds: { desa: 'village', kelurahan: 'ward', regency: 'regency or city' },
  /** What a file that is no table looks like; others go by their ending (PDF, JPEG). */
  fileKinds: {
    text: 'plain text', unknown: 'data that is not known', html: 'a web page without a table', program: 'a program', video: 'a video', sqlite: 'a database', doc: 'a Word document', docx: 'a Word document',
    ppt: 'a presentation', pptx: 'a presentation', odt: 'a text document', zip: 'a ZIP archive', rar: 'a RAR archive', gzip: 'a GZIP archive',
  },
  tiers: { 1: 'Priority 1', 2: 'Priority 2', 3: 'Priority 3' },
  weights: { 1: 'normal', 2: 'important', 3: 'very important' },
  confidence: { A: 'verified', B: 'one source', unverified: 'unverified' },
  certainty: { certain: 'certain', indicative: 'indicative', pledged: 'pledged' },
  origin: { current: 'this year', carry_over: 'carried over' },
  spendingClasses: {
    food: 'food', goods: 'goods', cash: 'cash', referral: 'referral', cadre_incentive: 'cadre incentive', service: 'service', equipment: 'equipment', construction: 'construction',
    training: 'training', meeting: 'meeting', travel: 'travel', honorarium: 'honorarium', printing: 'printing', other: 'other',
  },
  commitments: {
    blt: 'village cash aid (BLT)', food_security: 'food security', operations: 'village government operations', salaries: 'salaries and allowances', bpd: 'BPD allowances', neighbourhood: 'RT/RW',
    insurance: 'insurance of village head and officials', infrastructure: 'infrastructure', cash_for_work: 'cash for work (PKTD)', capital: 'capital investment',
    previous_year_debt: "last year's obligations", other: 'other spending',
  },
  ruleStatus: {
    verified: '', changed: 'A user changed this rule.', unverified: 'This rule is unverified.', carried_over: 'This rule is taken from an earlier year.',
  },
  marks: { usual: 'usual', condition: 'with a condition', not_done: 'not usual', not_said: 'not mentioned' },
  eligibilityNotes: {
    technical_guide: "must follow the giver's technical guide", transport_only: 'BOK usually pays transport only', family_planning_only: 'BOKB is for TPK and family planning cadres only',
    giver_list: "must be on the giver's list of activities", health_dak: 'must be on the menu of health DAK', light_repair: 'light repair up to Rp25,000,000 only',
    partner_wish: 'depends on what the partner wants', not_usual: 'this source does not usually pay for this activity', not_said: 'nothing is said about this source for this activity',
    early_education_only: 'this source is for early education only', blt_cap: "up to the year's BLT cap", forbidden: "forbidden by this year's rules",
    forbidden_carried_over: "forbidden by an earlier year's rules", check_rule: 'check the rule',
  },
  fundingRows: {
    pmt: 'Local supplementary food', incentive: 'Incentives of cadres', officials: 'Pay, insurance, travel of village head, officials, BPD', class: 'Classes, health education',
    anthropometry: 'Anthropometry kits', sanitation: 'Family latrines and water', blt: 'Village cash aid (BLT)', meeting: 'Stunting meeting, mini workshop', office: 'Village office', other: 'Other activities',
  },
} as const
