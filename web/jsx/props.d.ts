// What <proviso-explorer> takes in markup of frameworks.
import type { Activation, Controls, OnOff, ThemeName, View } from '../vocabulary.js';

export interface ProvisoExplorerAttributes {
  src?: string;
  type?: string;
  loading?: 'lazy' | 'eager';
  view?: View;
  state?: string;
  scenario?: string;
  theme?: ThemeName;
  activation?: Activation;
  shortcuts?: OnOff;
  controls?: Controls;
  label?: string;
  drop?: OnOff;
  editing?: OnOff;
  disabled?: boolean | '';
}
