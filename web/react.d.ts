import type { ForwardRefExoticComponent, HTMLAttributes, ReactNode, RefAttributes } from 'react';
import type { ProvisoExplorerElement } from './element.js';
import type { ExplorerOptions } from './index.js';
import type { ProvisoEvents } from './reports.js';
import './jsx/react.js';

type Pascal<S extends string> = S extends `${infer A}-${infer B}` ? `${Capitalize<A>}${Pascal<B>}` : Capitalize<S>;
type Handlers = { [E in keyof ProvisoEvents as E extends `proviso-${infer Name}` ? `on${Pascal<Name>}` : never]?: (event: ProvisoEvents[E]) => void };

/** Attributes, properties and events of the element: `view`, `data`, `onSelect` … */
export type ProvisoExplorerProps = Omit<HTMLAttributes<ProvisoExplorerElement>, keyof ExplorerOptions | keyof Handlers> &
  Omit<ExplorerOptions, 'signal'> & Handlers & { children?: ReactNode };

export const ProvisoExplorer: ForwardRefExoticComponent<ProvisoExplorerProps & RefAttributes<ProvisoExplorerElement>>;
