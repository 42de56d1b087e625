import type { JSX } from 'solid-js';
import type { ProvisoExplorerElement } from '../element.js';
import type { ProvisoExplorerAttributes } from './props.js';

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'proviso-explorer': Omit<JSX.HTMLAttributes<ProvisoExplorerElement>, keyof ProvisoExplorerAttributes> & ProvisoExplorerAttributes;
    }
  }
}
