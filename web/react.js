'use client';
// <proviso-explorer> as a component of React 18 or 19: attributes, properties and events as props,
// the element itself as the ref.

import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';

import { define } from './element.js';

const PROPERTIES = ['data', 'limits', 'selection', 'strings'];
const ATTRIBUTES = { className: 'class', autoFocus: 'autofocus' };
/** onBeforeOpenLink → proviso-before-open-link @param {string} prop */
const eventOf = (prop) => `proviso${prop.slice(2).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
// On a server there is nothing to lay out.
const useEarly = typeof window === 'undefined' ? useEffect : useLayoutEffect;

export const ProvisoExplorer = forwardRef(function ProvisoExplorer({ children, ...props }, ref) {
  const own = useRef(/** @type {any} */ (null));
  useImperativeHandle(ref, () => own.current);
  /** @type {Record<string, unknown>} */
  const attributes = {};
  /** @type {[string, any][]} */
  const properties = [];
  /** @type {[string, EventListener][]} */
  const listeners = [];
  for (const [name, value] of Object.entries(props)) {
    if (PROPERTIES.includes(name)) properties.push([name, value]);
    else if (/^on[A-Z]/.test(name) && typeof value === 'function') listeners.push([eventOf(name), value]);
    // What is false is left out: an attribute would be there whatever it says.
    else if (value !== false && value !== undefined && value !== null) attributes[ATTRIBUTES[name] ?? name] = value === true ? '' : value;
  }
  useEarly(() => {
    for (const [type, listener] of listeners) own.current.addEventListener(type, listener);
    return () => listeners.forEach(([type, listener]) => own.current?.removeEventListener(type, listener));
  });
  useEarly(() => {
    for (const [name, value] of properties) if (own.current[name] !== value) own.current[name] = value;
    define();
  }, properties.map(([, value]) => value));
  return createElement('proviso-explorer', { ...attributes, ref: own }, children);
});
