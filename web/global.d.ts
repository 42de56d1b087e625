// What the package adds to the types of a page's own elements, and what comments in scripts cannot
// say: typed listeners, and a method that is there where the engine knows its symbol.
import type { ProvisoExplorerElement } from './element.js';
import type { ProvisoEvents } from './reports.js';

declare global {
  interface SymbolConstructor {
    /** Of ES2026; engines and libraries of today may lack it. */
    readonly asyncDispose: unique symbol;
  }
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

declare module './frame.js' {
  interface ProvisoFrame {
    addEventListener<K extends keyof ProvisoEvents>(type: K, listener: (this: ProvisoFrame, event: ProvisoEvents[K]) => void,
      options?: boolean | AddEventListenerOptions): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
    removeEventListener<K extends keyof ProvisoEvents>(type: K, listener: (this: ProvisoFrame, event: ProvisoEvents[K]) => void,
      options?: boolean | EventListenerOptions): void;
    removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions): void;
    /** As `dispose()`. */
    [Symbol.asyncDispose](): Promise<void>;
  }
}
