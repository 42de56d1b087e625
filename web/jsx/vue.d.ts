import type { DefineComponent } from 'vue';
import type { ProvisoExplorerAttributes } from './props.js';

declare module 'vue' {
  interface GlobalComponents {
    'proviso-explorer': DefineComponent<ProvisoExplorerAttributes>;
  }
}
