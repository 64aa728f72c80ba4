// What learners write beside a lesson: short, in their own language, and true of almost any paragraph.
import type { Locale } from '~/i18n/locales';

/** Notes on a paragraph. */
export const notes: Record<Locale, readonly string[]> = {
  en: [
    'Bring this to Monday’s meeting.',
    'We do the opposite at the moment. Ask why.',
    'Good question to put to the panel.',
    'Check our own figures before quoting this.',
    'Does this hold for biomedical companies too?',
    'Compare with how Z-Park does it.',
    'Use this in the induction for new colleagues.',
    'Not sure that I agree. Read the source.',
    'This is the part we always skip when time is short.',
    'Ask finance for last year’s numbers.',
    'Worth a slide in the quarterly report.',
    'Try with two companies first.',
  ],
  ms: [
    'Bawa perkara ini ke mesyuarat hari Isnin.',
    'Amalan kita sekarang sebaliknya. Tanya sebabnya.',
    'Soalan yang baik untuk diajukan kepada panel.',
    'Semak angka kita sendiri sebelum memetik yang ini.',
    'Adakah ini juga benar bagi syarikat bioperubatan?',
    'Bandingkan dengan cara Z-Park.',
    'Sesuai untuk taklimat kakitangan baharu.',
    'Saya belum pasti. Baca sumber asalnya.',
    'Bahagian inilah yang selalu kita tinggalkan apabila kesuntukan masa.',
    'Minta angka tahun lepas daripada unit kewangan.',
    'Cuba dengan dua syarikat dahulu.',
  ],
  'zh-Hans': [
    '周一例会上提出来讨论。',
    '我们现在的做法正好相反，要问清楚原因。',
    '这个问题值得请评审小组回答。',
    '引用之前先核对我们自己的数据。',
    '生物医药企业也适用吗？',
    '和MRANTI的做法对照一下。',
    '可以用在新同事的入职培训里。',
    '不太认同，回头看看原始文献。',
    '时间一紧，我们总是跳过这一步。',
    '向财务要去年的数字。',
    '先找两家企业试一试。',
    '写进季度汇报。',
  ],
};

/** Answers to what a lesson asks its reader to think about. */
export const reflections: Record<Locale, readonly string[]> = {
  en: [
    'We do parts of this, but nobody owns it. First step: agree on one name at the next team meeting.',
    'Honestly, we decide case by case. I would like to write our rule down and see whether the others recognise it.',
    'The evidence I could show today is thin: two e-mails and a spreadsheet. I will ask the companies directly.',
    'Our strength is that people know each other. The weakness is the same: very little is written down.',
    'I would ask the two mentors who were there before me. They remember how it started.',
    'We used to do this and stopped when the team shrank. Two hours a month would be enough to begin again.',
    'I thought of three cases while reading, and in two of them we were late. I will look up the dates before I say so aloud.',
    'My unit and the one next door would answer this differently. That alone is worth half an hour together.',
    'Easier for us than for a large park: there are few enough companies to ask each of them. No excuse, then.',
    'It depends on one colleague who retires next year. Before that, somebody should sit with her and write it down.',
    'Six months ago I would have said that we do this well. Now I would ask what we could show for it.',
  ],
  ms: [
    'Kami melakukan sebahagiannya, tetapi tiada sesiapa yang bertanggungjawab. Langkah pertama: tetapkan satu nama pada mesyuarat pasukan yang akan datang.',
    'Sejujurnya, kami membuat keputusan kes demi kes. Saya mahu menulis peraturan kami dan melihat sama ada rakan-rakan bersetuju.',
    'Bukti yang dapat saya tunjukkan hari ini sedikit sahaja: dua e-mel dan satu hamparan. Saya akan bertanya terus kepada syarikat.',
    'Kekuatan kami ialah semua orang saling mengenali. Kelemahannya juga sama: tidak banyak yang ditulis.',
    'Semasa membaca, saya teringat tiga kes, dan dalam dua daripadanya kami terlewat. Saya akan menyemak tarikhnya dahulu.',
    'Unit saya dan unit di sebelah akan menjawab soalan ini dengan cara berbeza. Hal itu sahaja patut dibincangkan selama setengah jam.',
    'Lebih mudah bagi kami berbanding taman yang besar: bilangan syarikat cukup kecil untuk ditanya satu demi satu.',
    'Semuanya bergantung pada seorang rakan yang akan bersara tahun depan. Pengetahuannya perlu ditulis sebelum itu.',
    'Enam bulan lalu saya akan berkata kami melakukannya dengan baik. Kini saya akan bertanya apa buktinya.',
    'Dahulu kami melakukannya, tetapi berhenti apabila pasukan mengecil. Dua jam sebulan sudah memadai untuk bermula semula.',
  ],
  'zh-Hans': [
    '其中一部分我们在做，但没有人真正负责。第一步：下次部门会议上定下一个负责人。',
    '说实话，我们是一事一议。我想先把规则写下来，看看同事们是否认可。',
    '目前能拿出来的依据不多：两封邮件、一张表格。打算直接去问企业。',
    '我们的长处是彼此熟悉，短处也在这里：写下来的东西很少。',
    '以前做过，人手减少之后就停了。每月拿出两个小时，就可以重新开始。',
    '准备先请教两位老同事，他们了解最初的做法。',
    '读的时候想到三个例子，其中两个我们都慢了一步。先查清日期，再提出来。',
    '我们部门和隔壁部门的回答会不一样，单凭这一点就值得坐下来谈半小时。',
    '企业数量太多，不可能逐家去问，可以先抽十家试试。',
    '这件事全靠一位明年退休的同事。在那之前，要有人跟着她把做法写下来。',
    '半年前我会说我们做得不错，现在我会先问：拿什么来证明？',
  ],
};

/** Why a record was withdrawn. */
export const revocations: readonly string[] = [
  'The final quiz was answered by a colleague; the learner told us so.',
  'Two people had studied under one account.',
  'Issued to a person who had left the park before finishing the course.',
];
