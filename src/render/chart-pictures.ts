import type { Browser } from '../browser/types.ts';
import { fontFaces, fontStack } from '../fonts/font-face.ts';
import { subsetFonts } from '../fonts/subset.ts';
import type { ChartView } from '../view/page-view.ts';
import { draw, WIDTH } from './charts/draw.ts';

/** A chart as a picture. */
export interface ChartPicture {
  readonly png: Uint8Array;
  /** What it shows in words. */
  readonly words: string;
  /** CSS pixels; the picture has 3.6 times as many of its own. */
  readonly width: number;
  readonly height: number;
}

/** 290 an inch where it is 120 mm wide. */
const SCALE = 3.6;

export interface PictureOptions {
  readonly signal?: AbortSignal | undefined;
  readonly systemFonts?: boolean | undefined;
}

/** Charts -> pictures by their ids, made by the browser in the typefaces of the page. */
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
