/** Rembuk: what is prepared, what stands on the wall, and what the berita acara says. */
export const meeting = {
  title: 'Rembuk',
  heading: 'Rembuk stunting',
  question: {
    help: 'Berapa bantuan per {{who}} setiap bulan, dan berapa bulan?', monthly: '{{name}}: berapa per {{who}} setiap bulan, dan berapa bulan?', people: '{{name}}: berapa {{unit}} yang dibiayai, dan berapa harganya?',
    times: '{{name}}: berapa {{unit}}, dan berapa harga satuannya?', whole: '{{name}}: dibiayai tahun ini?', plan: 'Rencana mana yang kita pakai?',
  },
  why: { breach: 'ada catatan', scenarios: 'ada skenario', children: 'bantuan utama', cadres: 'kader', gap: 'belum terdanai penuh', asked: 'pertanyaan sendiri' },
  choice: {
    monthly: '{{price}} per {{who}} setiap bulan, {{units}} {{unit}}', counted: '{{units}} {{unit}}, {{price}} per {{per}}', few: 'kurang dari 5', bought: 'dibiayai, {{price}}', notBought: 'tidak dibiayai tahun ini',
    costs: '{{what}}: {{amount}} dari {{from}}', free: '{{what}}: belum ada uangnya', plan: 'rencana tetap seperti sekarang', scenario: 'skenario “{{name}}” dipakai', repair: 'uang dibagi ulang menurut aturan', leave: 'tetap seperti sekarang, dengan catatan',
  },
  reach: { who: '{{who}}, dari {{whole}}', short: '{{part}}, {{given}} {{unit}}', people: '{{part}} dari {{whole}}', time: '{{people}}, {{given}} dari {{needed}} {{unit}}', few: '< 5', better: 'bertambah', worse: 'berkurang' },
  effect: {
    better: '{{who}}: bertambah ({{after}})', worse: '{{who}}: berkurang ({{after}})',
    reach: '{{who}}: {{before}} menjadi {{after}}', units: '{{name}}: {{before}} menjadi {{after}} {{unit}}', gap: 'Belum terdanai: {{before}} menjadi {{after}}', funded: 'Terdanai: {{before}} menjadi {{after}}', paid: 'Terpakai dari {{source}}: {{before}} menjadi {{after}}', none: 'Rencana tetap.', incentive: 'insentif {{who}}',
  },
  outcome: { agreed: 'Disepakati', deferred: 'Ditunda', open: 'Belum dibahas' },
  prepare: {
    intro: 'Rembuk membahas rencana ini satu per satu di proyektor: satu pertanyaan, geser angkanya, semua orang melihat akibatnya. Nama anak tidak pernah tampil, dan jumlah di bawah lima disembunyikan.',
    agenda: 'Yang akan dibahas', agendaHint: 'Disusun dari yang masih terbuka di rencana. Hilangkan tanda pada yang tidak perlu; seret, atau pakai panah, untuk mengubah urutannya.', facts: 'Tentang rembuk', heldOn: 'Tanggal', place: 'Tempat', placeHint: 'misalnya: Balai Desa Kalipucung', leader: 'Pimpinan rembuk', leaderHint: 'misalnya: Ketua BPD',
    attended: 'Jumlah yang hadir', ask: 'Pertanyaan sendiri', askHint: 'misalnya: Di mana kelas ibu hamil diadakan?', add: 'Tambah', drop: 'Hapus pertanyaan “{{text}}”', start: 'Mulai di layar penuh', startHint: 'Sambungkan proyektor dahulu. F11 juga membuat layar penuh.',
    none: 'Tidak ada yang dapat dibahas', noLines: 'Rencana ini belum memiliki kegiatan. Tambahkan kegiatan di Anggaran, lalu kembali ke sini.', noMoney: 'Belum ada pagu. Rembuk dapat dimulai, tetapi akibat pilihan baru terlihat setelah pagu diisi di Sumber & Aturan.', notFunded: 'Rencana belum dialokasikan. Alokasikan dahulu di Anggaran, supaya yang dibandingkan adalah rencana yang utuh.',
    toBudget: 'Buka Anggaran', toSources: 'Buka Sumber & Aturan', noneHint: 'Semua kebutuhan yang terhitung terdanai dan tidak ada catatan. Tulis pertanyaan sendiri di bawah bila ada yang perlu disepakati.', wrongHeads: 'Ketik jumlah orang, misalnya 42.', emptyAgenda: 'Pilih paling sedikit satu, atau tulis pertanyaan sendiri.',
    redivide: 'Setiap kesepakatan membagi ulang uang secara otomatis; sel yang dikunci tetap, dan semuanya dapat dibatalkan.',
  },
  order: { up: 'Naikkan: {{name}}', down: 'Turunkan: {{name}}' },
  running: {
    addHeads: 'Isi jumlah yang hadir…', changeFacts: 'Ubah keterangan…', saveFacts: 'Simpan', title: 'Rembuk ke-{{number}} sedang berlangsung', progress: '{{done}} dari {{all}} sudah diputuskan', resume: 'Lanjutkan di layar penuh', past: 'Rembuk yang sudah selesai', again: 'Mulai rembuk lagi', row: 'Rembuk ke-{{number}}, {{date}}', counts: '{{agreed}} disepakati, {{deferred}} ditunda, {{items}} dibahas',
    agenda: 'Daftar keputusan', number: 'No.', what: 'Pertanyaan', decision: 'Keputusan',
  },
  record: {
    title: 'Catatan rembuk ke-{{number}}', held: '{{date}}, {{place}}', led: 'Dipimpin {{leader}}', attended_one: '{{count}} orang hadir', attended_other: '{{count}} orang hadir', before: 'Sebelum rembuk', after: 'Sesudah rembuk', need: 'Kebutuhan', funded: 'Terdanai', gap: 'Belum terdanai', proposer: 'Diusulkan {{who}}',
    consensus: 'Mufakat', votes: 'Suara: {{for}} setuju, {{against}} tidak setuju, {{abstained}} abstain', opinion: 'Pendapat lain, {{who}}: {{text}}', opinionOf: 'Pendapat lain: {{text}}', version: 'Versi {{number}} “{{stage}}” disimpan.', noVersion: 'Tidak ada versi yang disimpan: tahap berikutnya sudah dikunci.', papers: 'Dari catatan ini, di Dokumen:', minutes: 'Berita acara', attendance: 'Daftar hadir', note: 'Catatan: {{note}}',
  },
  stage: {
    label: 'Layar rembuk', title: 'Rembuk Stunting {{place}}, TA {{year}}', place: { desa: 'Desa {{name}}', kelurahan: 'Kelurahan {{name}}', regency: '{{name}}' }, decision: 'Keputusan {{at}} dari {{all}}', opening: 'Pembukaan', closing: 'Penutup', previous: 'Sebelumnya', next: 'Berikutnya', agree: 'Sepakati', object: 'Catat pendapat lain', defer: 'Tunda',
    leave: 'Keluar dari layar penuh', agenda: 'Daftar keputusan', help: 'Tombol', blank: 'Layar gelap; tekan tombol apa saja untuk kembali', price: 'Harga', priceTyped: 'Harga, diketik', unitsTyped: 'Jumlah, diketik', now: 'Sekarang', after: 'Bila begini', effects: 'Dampaknya', effect: 'Dampak', allEffects: 'Semua dampak ({{count}})',
    perMonth: '{{price}} per {{who}} setiap bulan', costOnly: 'Seluruhnya {{amount}}', from: 'dari {{sources}}', before: 'Sebelum rembuk: {{what}}', lastYear: '{{of}} {{year}}: {{what}}', lastPlan: 'Rencana {{year}}: {{what}}', referenceOf: '{{price}}, {{units}} {{unit}}', referencePeople: '{{price}}, {{units}} {{unit}}, {{people}} {{who}}',
    served: 'Sudah dilayani {{by}}: {{units}} {{unit}}', partners: 'Yang biasanya ikut membayar: {{who}}', together: 'Bersama: {{what}}', held: 'Tetap dilindungi: {{what}}.', beyond: 'Uangnya sampai {{units}} {{unit}}.', useThat: 'Pakai {{units}} {{unit}}', impossible: 'Tidak mungkin bersama yang sudah disepakati dan dikunci. Turunkan harga atau jumlahnya.', reckoning: 'menghitung …', stopped: 'Belum selesai dihitung. Geser sedikit untuk mencoba lagi.',
    gap: 'Belum terdanai', thousand: 'Dari tiap Rp1.000, sampai ke sasaran', spent: 'Terpakai dari {{source}}', yes: 'Ya, dibiayai', no: 'Tidak tahun ini', all: 'Semua', nobody: 'Tidak ada', keepPlan: 'Rencana seperti sekarang', gone: 'Sudah tidak ada di rencana.', put: 'Sudah beres: catatan ini tidak ada lagi.', repair: 'Bagi ulang uang menurut aturan', leaveIt: 'Biarkan, dan catat alasannya', wrong: 'Angkanya tidak dapat dibaca. Ketik misalnya 150 rb atau 175.000.', wrongUnits: 'Ketik bilangan bulat dari 0 sampai {{max}}.',
    opinions_one: '{{count}} pendapat lain', opinions_other: '{{count}} pendapat lain', wordsHint: 'Bicarakan, lalu catat kesepakatannya.', peopleOf: '{{people}} {{who}}',
  },
  dialog: {
    agree: 'Catat kesepakatan', defer: 'Tunda keputusan', object: 'Pendapat lain', proposer: 'Diusulkan oleh', proposerHint: 'peran, bukan nama: kader, BPD, wakil RT', how: 'Cara memutuskan', consensus: 'Mufakat', vote: 'Pemungutan suara', for: 'Setuju', against: 'Tidak setuju', abstained: 'Abstain', note: 'Catatan', noteAgreed: 'Yang disepakati', noteHint: 'boleh kosong', saveAgree: 'Simpan kesepakatan', saveDefer: 'Simpan: ditunda', saveObject: 'Simpan pendapat', by: 'Dari', text: 'Pendapat', why: 'Alasan menunda',
    close: 'Kembali', wrongVotes: 'Ketik jumlah suara dengan angka.', chosen: 'Yang disepakati: {{what}}',
  },
  roles: { head: 'Kepala Desa', council: 'BPD', kpm: 'Kader Pembangunan Manusia', cadre: 'Kader posyandu', midwife: 'Bidan desa', pkk: 'PKK', neighbourhood: 'RT/RW', parents: 'Orang tua balita sasaran', health: 'Puskesmas' },
  chart: { head: 'Angka', funded: 'terdanai', gap: 'belum terdanai', short: 'kurang {{amount}}', trying: 'Sedang dicoba: {{what}}', says: '{{name}}: terdanai {{funded}}, belum terdanai {{gap}}', spent: 'terpakai', left: 'sisa', source: '{{name}}: terpakai {{spent}} dari {{available}}', title: 'Sebelum dan sesudah rembuk', sources: 'Uang yang tersedia' },
  opening: {
    need: 'Kebutuhan', money: 'Uang yang tersedia', gap: 'Belum terdanai', points_one: '{{count}} keputusan', points_other: '{{count}} keputusan', how: 'Bagaimana uang dibagi',
    rules: { tiers: 'Prioritas 1 dipenuhi dahulu. Di dalam satu prioritas tidak ada kegiatan yang tertinggal selama yang lain bisa menunggu.', rest: 'Sisa uang turun ke prioritas berikutnya.', order: 'Dana yang terikat dipakai dahulu, dana bebas disimpan terakhir.', left: 'Sisa sekarang: {{what}}.' },
  },
  closing: {
    title: 'Yang kita putuskan', agreed: 'disepakati', deferred: 'ditunda', open: 'belum dibahas', by: 'Disahkan oleh', byHint: 'misalnya: Pimpinan rembuk', finish: 'Selesaikan rembuk', finishHint: 'Yang disepakati dikunci, dan rencana disimpan sebagai versi “{{stage}}”.', done: 'Rembuk selesai.', toRecord: 'Lihat catatan rembuk',
  },
  keys: {
    title: 'Tombol di layar rembuk', next: 'Berikutnya (juga penunjuk)', previous: 'Sebelumnya', blank: 'Layar gelap', agree: 'Sepakati', object: 'Catat pendapat lain', defer: 'Tunda', agenda: 'Daftar keputusan', help: 'Tombol ini', leave: 'Keluar', undo: 'Batalkan keputusan terakhir',
  },
} as const
