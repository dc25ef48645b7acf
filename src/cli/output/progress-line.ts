import { displayWidth } from '../../diagnostics/display-width.ts';
import type { Language, Text } from '../../diagnostics/text.ts';

/** How far the work on many files is. */
export interface Progressed {
  readonly done: number;
  readonly all: number;
  /** Of those that are done. */
  readonly failed?: number;
  /** Files in a second, if something is known of it. */
  readonly rate?: number | undefined;
}

/** Columns. A longer bar would change its length with the texts beside it. */
const [SHORTEST, LONGEST] = [6, 12];
const GAP = '  ';

/** The text of a progress bar in at most so many columns: count, bar, failures, rate and time left, as many as fit. */
export function progressLine(
  doing: Text,
  progressed: Progressed,
  { language, columns, paint = (text) => text }: ProgressStyle,
): string {
  const { done, all, failed = 0, rate } = progressed;
  const count = `${doing[language]} ${String(done).padStart(String(all).length)}/${all}`;
  // What matters least comes last, and is left out first.
  const wanted: Text[] = [];
  if (failed > 0) wanted.push({ zh: `${failed} 份没做成`, en: `${failed} failed` });
  if (rate && done < all) {
    const speed = rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
    wanted.push(left((all - done) / rate), { zh: `${speed} 份/秒`, en: `${speed}/s` });
  }
  const widthOf = () => displayWidth([count, ...wanted.map((text) => text[language])].join(GAP));
  while (wanted.length > 0 && widthOf() >= columns) wanted.pop();
  // Some terminals draw the signs of the bar two columns wide if their font is Chinese.
  const width = Math.min(Math.floor((columns - widthOf() - GAP.length - 1) / 2), LONGEST);
  const full = Math.floor((done / all) * width);
  const bar = width < SHORTEST ? [] : [paint('━'.repeat(full)) + '─'.repeat(width - full)];
  return [count, ...bar, ...wanted.reverse().map((text) => text[language])].join(GAP);
}

export interface ProgressStyle {
  readonly language: Language;
  readonly columns: number;
  /** Colours the part of the bar that is done. */
  readonly paint?: (text: string) => string;
}

/** The time left, rounded up; of hours without seconds. */
function left(seconds: number): Text {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const parts: Text[] = [
    ...(hours > 0 ? [{ zh: `${hours} 小时`, en: `${hours} h` }] : []),
    ...(minutes > 0 ? [{ zh: `${minutes} 分`, en: `${minutes} min` }] : []),
    ...(hours === 0 && (whole % 60 > 0 || minutes === 0) ? [{ zh: `${whole % 60} 秒`, en: `${whole % 60} s` }] : []),
  ];
  const [zh, en] = (['zh', 'en'] as const).map((language) => parts.map((part) => part[language]).join(' '));
  return { zh: `还要约 ${zh}`, en: `about ${en} left` };
}
