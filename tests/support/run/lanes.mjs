// Runs steps side by side on so many cores.

/// Calls `start(step)` for each of `steps`, in their order, as soon as what it needs has succeeded and
/// there are cores for it. `start` returns a promise of true if the step succeeded. A step that needs
/// one that did not is given to `blocked(step, name)` instead.
///
/// A step that is next and finds too few cores keeps the later ones from starting; else one that
/// uses all cores would never come.
export function runLanes(steps, cores, start, blocked) {
  const known = new Set(steps.map(({name}) => name));
  const waiting = [...steps], running = new Set(), good = new Set(), bad = new Set();
  let free = cores;
  return new Promise((done, failed) => {
    const end = (step, succeeded) => (succeeded ? good : bad).add(step.name);
    const next = () => {
      for (let i = 0; i < waiting.length;) {
        const step = waiting[i];
        const needs = step.needs.filter((name) => known.has(name) && !good.has(name));
        const lost = needs.find((name) => bad.has(name));
        if (lost) {
          waiting.splice(i, 1);
          blocked(step, lost);
          end(step, false);
          i = 0;  // Somebody may need this one.
          continue;
        }
        if (needs.length > 0) {
          ++i;
          continue;
        }
        const taken = Math.min(step.cores, cores);
        if (taken > free) break;
        waiting.splice(i, 1);
        free -= taken;
        running.add(step);
        Promise.resolve(start(step)).then((succeeded) => {
          running.delete(step);
          free += taken;
          end(step, succeeded);
          next();
        }).catch(failed);
      }
      if (running.size > 0) return;
      if (waiting.length > 0) failed(new Error(`Steps that need each other: ${waiting.map(({name}) => name)}`));
      else done();
    };
    next();
  });
}

/// Builds first, as they stand; then what takes longest. `seconds(step)`: how long it took last.
export function inOrder(steps, seconds) {
  const builds = steps.filter(({kind}) => kind === 'build');
  const others = steps.filter(({kind}) => kind !== 'build');
  return [...builds, ...others.sort((a, b) => seconds(b) - seconds(a))];
}
