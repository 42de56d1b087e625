import type { HTMLAttributes } from 'svelte/elements';
import type { ProvisoExplorerElement } from '../element.js';
import type { ProvisoExplorerAttributes } from './props.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'proviso-explorer': Omit<HTMLAttributes<ProvisoExplorerElement>, keyof ProvisoExplorerAttributes> & ProvisoExplorerAttributes;
  }
}
