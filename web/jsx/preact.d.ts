import type { JSX } from 'preact';
import type { ProvisoExplorerElement } from '../element.js';
import type { ProvisoExplorerAttributes } from './props.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'proviso-explorer': Omit<JSX.HTMLAttributes<ProvisoExplorerElement>, keyof ProvisoExplorerAttributes> & ProvisoExplorerAttributes;
    }
  }
}
