import type { Browser } from '../browser/types.ts';
import { fontFaces, fontStack } from '../fonts/font-face.ts';
import { subsetFonts } from '../fonts/subset.ts';
import type { ChartView } from '../view/page-view.ts';
import { draw, WIDTH } from './charts/draw.ts';

/** A chart as a picture. */
export interface ChartPicture {
  readonly png: Uint8Array;
  /** The chart in words. */
  readonly words: string;
  /** `width` and `height` are in CSS pixels; the picture has 3.6 times as many pixels in each direction. */
  readonly width: number;
  readonly height: number;
}

/** Gives 290 pixels per inch for a picture that is 120 mm wide. */
const SCALE = 3.6;

export interface PictureOptions {
  readonly signal?: AbortSignal | undefined;
  readonly systemFonts?: boolean | undefined;
}

/** Draws charts in the browser, in the fonts of the page. Returns the pictures by the ids of the charts. */
export async function picturesOf(
  charts: readonly ChartView[],
  browser: Browser,
  { signal, systemFonts = false }: PictureOptions = {},
): Promise<ReadonlyMap<string, ChartPicture>> {
  const drawings = charts.map((chart) => ({ chart, ...draw(chart) }));
  const { fonts } = await subsetFonts({ song: drawings.map(({ svg }) => svg.replace(/<[^>]*>/g, '')) });
  const style = `${fontFaces(fonts)}:root{--song:${fontStack('song', systemFonts)}}body{margin:0}svg{display:block}`;
  const page = `<!doctype html><meta charset="utf-8"><style>${style}</style>${drawings.map(({ svg }) => svg).join('')}`;
  const viewport = { width: WIDTH, height: drawings.reduce((sum, { height }) => sum + height, 0) };
  return browser.withPage(
    page,
    async (tab) => {
      const pictures = new Map<string, ChartPicture>();
      let y = 0;
      for (const { chart, height } of drawings) {
        const png = await tab.screenshot({ clip: { x: 0, y, width: WIDTH, height } });
        pictures.set(chart.id, { png, words: chart.words, width: WIDTH, height });
        y += height;
      }
      return pictures;
    },
    { viewport: { ...viewport, deviceScaleFactor: SCALE }, signal },
  );
}
