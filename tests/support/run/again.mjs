// What failed in a browser beside another suite, and is run once more by itself at the end.
//
// Three engines and their drivers on a busy machine now and then do something in another order.
// Whoever waits for a run of everything should not have it refused for that, and should still hear of
// it: a step that passes only the second time is named as unsteady. Only browsers have a second run.

/// So many of some hundred and no more: where many fail, it is not chance.
export const MOST = 12;

export class SecondRuns {
  #steps = [];
  #unsteady = [];

  /// Whether `step`, which has failed as `failed` says, is to be run again; then it does not count yet.
  takes(step, failed) {
    if (!step.display || step.first !== undefined) return false;
    this.#steps.push({...step, cores: Infinity, first: failed});
    return true;
  }

  /// The steps to run again, each alone; none if there are too many, who then have failed.
  get steps() { return this.#steps.length <= MOST ? this.#steps : []; }
  get failed() { return this.#steps.length <= MOST ? [] : this.#steps; }

  /// A step has come to its end for good.
  ended({name, first}, failed) {
    if (first !== undefined && failed === 0) this.#unsteady.push(name);
  }

  get unsteady() { return this.#unsteady; }
}
