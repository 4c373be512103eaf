/** The one place where the state changes: steps go into the browser's history, so that back and forward work. */

import { fromHash, State, toHash } from "./state";

export type Change = Partial<State>;
/** `restored` says that the state comes from an address, as when the reader goes back. */
type Listener = (state: State, restored: boolean) => void;

export class Store {
  state: State = fromHash(location.hash);
  private readonly listeners: Listener[] = [];

  constructor() {
    addEventListener("hashchange", () => this.take(fromHash(location.hash), true));
  }

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** A step that the reader can go back from. */
  step(change: Change): void {
    const next = { ...this.state, ...change };
    history.pushState(null, "", toHash(next) || "#");
    this.take(next, false);
  }

  /** A change too small for a step of its own, such as where the camera stands. */
  note(change: Change): void {
    this.state = { ...this.state, ...change };
    history.replaceState(null, "", toHash(this.state) || "#");
  }

  private take(next: State, restored: boolean): void {
    this.state = next;
    for (const listener of this.listeners) listener(next, restored);
  }
}
