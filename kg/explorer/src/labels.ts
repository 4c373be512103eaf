/** Names on the picture, the most important first, whole and none over another; only the first few may lie over large circles. */

export interface Subject { x: number; y: number; radius: number; text: string; bold: boolean }
export interface Label { x: number; y: number; size: number; lines: string[]; bold: boolean }
interface Box { left: number; top: number; right: number; bottom: number }

const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const LINE = 1.22;
const LONGEST = 9;
// So many names may lie over large circles of less importance, which might hide them all otherwise.
const FOREMOST = 10;
// A name needs about so many square pixels around it, or the picture is all names.
const AREA = 12000;
const LARGE = 7;
const TRIED = 3000;
// Pixels between a name and the rim of the picture.
const RIM = 3;

export const font = ({ size, bold }: { size: number; bold: boolean }): string => `${bold ? "bold " : ""}${size}px ${FONT}`;

/** Names of those subjects, and of the captions those, that have room; the first `fixed` names do not count. */
export function place(
  subjects: Subject[], captions: Label[], fixed: number, width: number, height: number,
): { names: Label[]; captions: Label[] } {
  const inside = subjects.filter(({ x, y, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius);
  const sheet = { left: RIM, top: RIM, right: width - RIM, bottom: height - RIM };
  const taken = circles(inside.slice(0, FOREMOST));
  const lesser = circles(inside.slice(FOREMOST));
  const names: Label[] = [];
  const most = fixed + (width * height) / AREA;
  for (const [at, subject] of inside.slice(0, TRIED).entries()) {
    if (names.length >= most) break;
    const label = free(subject, sheet, taken, lesser) ?? (at < FOREMOST ? free(subject, sheet, taken) : undefined);
    if (label) {
      names.push(label);
      taken.push(boxOf(label));
    }
  }
  const clear = captions.filter((caption) => {
    const own = boxOf(caption);
    return within(own, sheet) && !hit(own, taken, lesser) && taken.push(own) > 0;
  });
  return { names, captions: clear };
}

/** The label below its circle, else above, moved in from the rim, else beside it; none where all four are taken. */
function free(subject: Subject, sheet: Box, ...taken: Box[][]): Label | undefined {
  const { x, y, radius, text, bold } = subject;
  const size = Math.round(Math.min(20, 11 + radius * 0.45) + (bold ? 1 : 0));
  const lines = broken(text);
  const [across, down] = [(widest(lines) * size) / 2, (lines.length * size * LINE) / 2];
  const gap = 2;
  const inwards = Math.max(across, Math.min(x, sheet.right - across));
  const spots = [
    [inwards, y + radius + gap + down], [inwards, y - radius - gap - down],
    [x + radius + gap + 2 + across, y], [x - radius - gap - 2 - across, y],
  ];
  const spot = spots.find(([left, top]) => {
    const own = around(left, top, across, down);
    return within(own, sheet) && !hit(own, ...taken);
  });
  return spot && { x: spot[0], y: spot[1], size, lines, bold };
}

const circles = (subjects: Subject[]): Box[] =>
  subjects.filter(({ radius }) => radius >= LARGE).map(({ x, y, radius }) => around(x, y, radius * 0.8, radius * 0.8));

const boxOf = ({ x, y, size, lines }: Label): Box => around(x, y, (widest(lines) * size) / 2 + 3, (lines.length * size * LINE) / 2 + 1);

const around = (x: number, y: number, across: number, down: number): Box =>
  ({ left: x - across, top: y - down, right: x + across, bottom: y + down });

const hit = (own: Box, ...taken: Box[][]): boolean => taken.some((boxes) => boxes.some((box) => touch(own, box)));

const within = (own: Box, sheet: Box): boolean =>
  own.left >= sheet.left && own.top >= sheet.top && own.right <= sheet.right && own.bottom <= sheet.bottom;

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Text on one line, or on two of about equal length; what is longer still is cut. */
function broken(text: string): string[] {
  const short = width(text) > 2 * LONGEST ? `${cut(text, 2 * LONGEST - 1)}…` : text;
  if (width(short) <= LONGEST) return [short];
  const first = cut(short, width(short) / 2 + 0.5);
  return [first.trim(), short.slice(first.length).trim()];
}

function cut(text: string, most: number): string {
  let end = text.length;
  while (width(text.slice(0, end)) > most) end -= 1;
  // A number or a Latin word stays whole where it can.
  const inWord = /[0-9A-Za-z]+$/.exec(text.slice(0, end));
  const whole = inWord && /^[0-9A-Za-z]/.test(text.slice(end)) ? inWord.index : end;
  return text.slice(0, whole || end);
}

const widest = (lines: string[]): number => Math.max(...lines.map(width));

/** How wide text is drawn, in font sizes: Chinese characters are square, Latin ones about half as wide. */
function width(text: string): number {
  let total = 0;
  for (const character of text) total += character < "\u2e80" ? 0.56 : 1;
  return total;
}

/** Where the lines of a label stand: middle of each, from the top. */
export const lineAt = ({ y, size, lines }: Label, line: number): number => y + (line - (lines.length - 1) / 2) * size * LINE;

export function draw(context: CanvasRenderingContext2D, labels: Label[], ink: string, paper: string): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = paper;
  context.fillStyle = ink;
  for (const label of labels) {
    context.font = font(label);
    context.lineWidth = label.size / 4;
    label.lines.forEach((line, at) => {
      context.strokeText(line, label.x, lineAt(label, at));
      context.fillText(line, label.x, lineAt(label, at));
    });
  }
}
