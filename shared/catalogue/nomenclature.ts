/** Names of the levels above sub kegiatan, as far as the domain reference gives them (domain §3.2, §3.3). What is missing is printed as a code. */
export const BIDANG_URUSAN: Readonly<Record<string, string>> = {
  '1.01': 'Pendidikan',
  '1.02': 'Kesehatan',
  '1.03': 'Pekerjaan Umum dan Penataan Ruang',
  '1.04': 'Perumahan dan Kawasan Permukiman',
  '1.06': 'Sosial',
  '2.08': 'Pemberdayaan Perempuan dan Perlindungan Anak',
  '2.09': 'Pangan',
  '2.12': 'Administrasi Kependudukan dan Pencatatan Sipil',
  '2.13': 'Pemberdayaan Masyarakat dan Desa',
  '2.14': 'Pengendalian Penduduk dan Keluarga Berencana',
  '2.16': 'Komunikasi dan Informatika',
  '3.25': 'Kelautan dan Perikanan',
  '3.27': 'Pertanian',
  '5.01': 'Perencanaan',
  '7.01': 'Kecamatan',
}

export const PROGRAMMES: Readonly<Record<string, string>> = {
  '1.02.02': 'PROGRAM PEMENUHAN UPAYA KESEHATAN PERORANGAN DAN UPAYA KESEHATAN MASYARAKAT',
  '1.02.05': 'PROGRAM PEMBERDAYAAN MASYARAKAT BIDANG KESEHATAN',
  '1.03.03': 'PROGRAM … SISTEM PENYEDIAAN AIR MINUM',
  '1.03.05': 'PROGRAM … SISTEM AIR LIMBAH',
  '2.09.03': 'PROGRAM … DIVERSIFIKASI DAN KETAHANAN PANGAN MASYARAKAT',
  '2.14.03': 'PROGRAM PEMBINAAN KELUARGA BERENCANA (KB)',
  '2.14.04': 'PROGRAM PEMBERDAYAAN DAN PENINGKATAN KELUARGA SEJAHTERA (KS)',
}

/** Programmes whose first words the reference leaves out. */
export const abridgedProgrammes: ReadonlySet<string> = new Set(['1.03.03', '1.03.05', '2.09.03'])

export const KEGIATAN: Readonly<Record<string, string>> = {
  '1.02.02.2.02': 'Penyediaan Layanan Kesehatan untuk UKM dan UKP Rujukan Tingkat Daerah Kabupaten/Kota',
}
