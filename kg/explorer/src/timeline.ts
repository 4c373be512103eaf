/** When the sources were printed: a histogram, two handles for a stretch of time, and a player. */

import { Child, button, el, svg } from "./dom";
import { dateOf, Graph } from "./data";
import { Page } from "./page";

// At most so many bars: days, else months, else years.
const BARS = 62;
const LENGTHS = [10, 7, 4];
// At most so many bars have their date below; all of them say it when pointed at.
const DATES = 8;
const PACE = 900;

export interface Calendar { marks: string[]; counts: number[] }

/** How many evidences fall on each day, month or year; null where fewer than two have a date of their own. */
export function calendar(graph: Graph): Calendar | null {
  const dates = graph.evidence.document.map((_, at) => dateOf(graph, at)).filter((date) => date !== null);
  for (const length of LENGTHS) {
    const counts = new Map<string, number>();
    for (const date of dates) counts.set(date.slice(0, length), (counts.get(date.slice(0, length)) ?? 0) + 1);
    if (counts.size > BARS && length > 4) continue;
    const marks = [...counts.keys()].sort();
    return marks.length > 1 ? { marks, counts: marks.map((mark) => counts.get(mark)!) } : null;
  }
  return null;
}

let playing = 0;

export function timeline(page: Page, { marks, counts }: Calendar): Child[] {
  const { say, state, step } = page;
  const last = marks.length - 1;
  const from = Math.max(0, marks.findIndex((mark) => mark >= state.since.slice(0, mark.length)));
  const until = state.until ? marks.filter((mark) => mark <= state.until.slice(0, mark.length)).length - 1 : last;
  const choose = (a: number, b: number): void => {
    const [low, high] = [Math.max(0, Math.min(a, b)), Math.min(last, Math.max(a, b))];
    step({ since: low === 0 ? "" : marks[low], until: high === last ? "" : `${marks[high]}-31`.slice(0, 10) });
  };
  const handle = (id: "since" | "until", value: number): HTMLInputElement => el("input", {
    id, type: "range", min: 0, max: last, value, "aria-label": say(id), "aria-valuetext": marks[value],
    change: () => choose(Number(since.value), Number(till.value)),
  });
  const [since, till] = [handle("since", from), handle("until", until)];
  const most = Math.max(...counts);
  const bars = counts.map((count, at) => svg("g", {}, svg("title", {}, say("dated", marks[at], count)),
    svg("rect", { x: at, width: 1, height: 30, class: "room" }),
    svg("rect", {
      x: at + 0.07, width: 0.86, y: 30 - (30 * count) / most, height: (30 * count) / most, class: at >= from && at <= until ? "in" : "out",
    })));
  return [
    button(say(playing ? "pause" : "play"), () => play(page, marks.length, choose), { id: "play" }),
    el("span", { class: "quiet" }, marks[from]), since,
    el("div", { class: "chart" },
      svg("svg", { viewBox: `0 0 ${marks.length} 30`, preserveAspectRatio: "none", role: "img", "aria-label": say("timeline") }, ...bars),
      el("div", { class: "dates", "aria-hidden": "true" }, ...dates(marks))),
    till, el("span", { class: "quiet" }, marks[until]),
    el("label", { class: "field" }, el("input", {
      id: "undated", type: "checkbox", checked: state.undated, change: () => step({ undated: !state.undated }),
    }), el("span", {}, say("undated"))),
  ];
}

/** Dates below their bars, as many as there is room for, at equal distances. */
function dates(marks: string[]): HTMLElement[] {
  const apart = Math.ceil(marks.length / DATES);
  const first = Math.floor(((marks.length - 1) % apart) / 2);
  return marks.flatMap((mark, at) => {
    if (at % apart !== first) return [];
    const date = el("span", {}, mark);
    date.style.left = `${(100 * (at + 0.5)) / marks.length}%`;
    return [date];
  });
}

/** From the first mark on, one more at each beat. */
function play(page: Page, length: number, choose: (from: number, until: number) => void): void {
  if (playing) {
    clearInterval(playing);
    playing = 0;
    page.step({});
    return;
  }
  let at = 0;
  playing = window.setInterval(() => {
    if (at === length - 1) {
      clearInterval(playing);
      playing = 0;
    }
    choose(0, at);
    at += 1;
  }, PACE);
}
