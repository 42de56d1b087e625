import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ProvisoExplorerElement } from '../element.js';
import type { ProvisoExplorerAttributes } from './props.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'proviso-explorer': DetailedHTMLProps<HTMLAttributes<ProvisoExplorerElement>, ProvisoExplorerElement> & ProvisoExplorerAttributes & { class?: string };
    }
  }
}
