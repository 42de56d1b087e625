// What the package adds to the types of a page's own elements, and what comments in scripts cannot
// say: a method that is there where the engine knows its symbol.
import type { ProvisoEvents, ProvisoExplorerElement } from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'proviso-explorer': ProvisoExplorerElement;
  }
  interface HTMLElementEventMap extends ProvisoEvents {}
}

declare module './element.js' {
  interface ProvisoExplorerElement {
    /** As `dispose()`. */
    [Symbol.asyncDispose](): Promise<void>;
  }
}
