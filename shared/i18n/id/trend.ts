/** The trend of the caseload: a line, its table, the survey apart. */
export const trend = {
  asTable: 'tabel',
  asChart: 'grafik',
  round: 'Data sasaran',
  date: 'Tanggal data',
  stunted: 'Balita stunting',
  measured: 'Diukur',
  share: 'Prevalensi',
  point: '{{count}} dari {{whole}}',
  alone: '{{count}} balita',
  spoken: 'Balita stunting: {{points}}.',
  spokenPoint: '{{date}} {{figure}}',
  none: 'Tren muncul setelah ada dua data sasaran yang menghitung balita stunting.',
  over: 'melebihi yang diukur',
  unknownWhole: 'jumlah diukur belum ada data',
  survey: '{{name}}: {{percent}}',
  surveyApart: 'Survei memakai sampel dan cara ukur lain: bukan angka yang sama.',
} as const
