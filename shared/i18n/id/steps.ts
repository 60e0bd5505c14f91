/** What each step is called in the history; `{{…}}` are the words of the step. */
export const steps = {
  setting: 'Pengaturan {{key}} diubah',
  plan: 'Rencana “{{plan}}” dibuat',
  import: 'Impor {{series}} ({{rows}} baris dari {{file}})',
  count: 'Jumlah {{group}} di {{series}} diketik: {{count}}',
  survey: 'Survei {{series}} dicatat',
  choose: 'Rencana mengikuti data sasaran {{series}}',
  source: 'Sumber dana {{source}} diubah',
  commitment: 'Belanja lain yang sudah pasti di {{source}} diubah: {{class}}',
  line: 'Rincian “{{line}}” diubah',
  activity: 'Kegiatan “{{activity}}” diubah',
  add_activity: 'Kegiatan “{{activity}}” ditambahkan',
  remove_activity: 'Kegiatan “{{activity}}” dihapus',
  complete: 'Rencana dinyatakan lengkap',
  incomplete: 'Rencana dinyatakan belum lengkap',
  allocate: 'Alokasi otomatis',
  cell: 'Alokasi “{{line}}” dari {{source}} diubah',
} as const
