import { command } from '../command.ts';
import { BROWSER, BROWSER_URL } from '../options.ts';

export const doctor = command({
  name: 'doctor',
  args: '',
  summary: { zh: '检查浏览器和字体', en: 'Check browser and fonts' },
  details: {
    zh: '说明用的是哪个浏览器、哪个版本、哪些字体、从哪里来，加 --system-fonts 时用本机的哪些字体；缺了什么，怎么补上。',
    en: 'Shows which browser, version and fonts are used, where they come from, which fonts of this machine --system-fonts would use, and what to do if one is missing.',
  },
  examples: [['report doctor', { zh: '能不能生成 PDF', en: 'check that PDFs can be built here' }]],
  options: {
    browser: BROWSER,
    browserUrl: BROWSER_URL,
  },
  run: async (_, flags, context) => (await import('../work/doctor.ts')).doctor(flags, context),
});
