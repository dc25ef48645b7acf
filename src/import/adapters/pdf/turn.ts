import type { Char, DrawnLine, PageDrawing } from './drawing.ts';
import type { Box } from './geometry.ts';

/** A character as it is seen when the page is turned so that letters at this angle stand upright. */
export function turnedBack(char: Char, angle: number): Char {
  const box = turnedBox(char.box, angle);
  return { ...char, angle: (char.angle - angle + 360) % 360, box, baseline: box.bottom };
}

export function turnedBox({ left, top, right, bottom }: Box, angle: number): Box {
  if (angle === 90) return { left: top, top: -right, right: bottom, bottom: -left };
  if (angle === 270) return { left: -bottom, top: left, right: -top, bottom: right };
  return { left: -right, top: -bottom, right: -left, bottom: -top };
}

/** Turns a page on which most letters lie on their side, such as a wide table that was put on an upright page. */
export function turnedUpright(page: PageDrawing): PageDrawing {
  const angle = [90, 180, 270].find(
    (one) => page.chars.filter((char) => char.angle === one).length > page.chars.length / 2,
  );
  if (angle === undefined) return page;
  const [width, height] = angle === 180 ? [page.width, page.height] : [page.height, page.width];
  const [x, y] = [angle === 90 ? 0 : width, angle === 270 ? 0 : height];
  const moved = ({ left, top, right, bottom }: Box): Box => ({
    left: left + x,
    top: top + y,
    right: right + x,
    bottom: bottom + y,
  });
  const chars = page.chars.map((char) => {
    const turned = turnedBack(char, angle);
    return { ...turned, box: moved(turned.box), baseline: turned.baseline + y };
  });
  return {
    chars,
    areas: page.areas.map((area) => moved(turnedBox(area, angle))),
    rules: page.rules.map((rule) => ruleIn(moved(turnedBox(boxOf(rule), angle)))),
    width,
    height,
  };
}

const boxOf = ({ across, at, from, to }: DrawnLine): Box =>
  across ? { left: from, right: to, top: at, bottom: at } : { left: at, right: at, top: from, bottom: to };

const ruleIn = ({ left, top, right, bottom }: Box): DrawnLine =>
  top === bottom
    ? { across: true, at: top, from: left, to: right }
    : { across: false, at: left, from: top, to: bottom };
