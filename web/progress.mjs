// How far a long step is, for people: on a terminal one line that is rewritten, elsewhere a line
// where it begins, at each quarter and where it ends.

/// "40 s", "3 min".
export function duration(seconds) {
  return seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}

/// The work that ninja reports as "[3/112] Building …": files to compile, and at the end links that
/// take as long as `linkWeight` files each.
export class Progress {
  #name; #links; #linkWeight; #expected;
  #linked = 0;
  #done = 0;
  #total = 0;

  /// `expected`: seconds for all of it where nothing is known yet.
  constructor(name, {links, linkWeight, expected}) {
    this.#name = name;
    this.#links = links;
    this.#linkWeight = linkWeight;
    this.#expected = expected;
  }

  /// Takes in a line of ninja's; false if it says nothing of the progress.
  read(line) {
    const [, done, total, what] = /^\[ *(\d+)\/(\d+)\] (.*)/.exec(line) ?? [];
    if (!done) return false;
    this.#done = Number(done);
    this.#total = Number(total);
    if (/^Linking .*\.js$/.test(what)) ++this.#linked;
    return true;
  }

  /// From 0 to 1.
  get share() {
    if (this.#total === 0) return 0;
    const more = this.#linkWeight - 1;
    return (this.#done + this.#linked * more) / (this.#total + Math.min(this.#links, this.#total) * more);
  }

  /// "Compiling [ 37/112 ]  33 %, about 3 min left", `elapsed` seconds after the beginning.
  words(elapsed) {
    const {share} = this;
    const left = share < 0.05 ? this.#expected : (elapsed / share) * (1 - share);
    const place = this.#total === 0 ? '' : ` [ ${this.#done}/${this.#total} ]`;
    const rest = share < 1 ? `, about ${duration(left)} left` : '';
    return `${this.#name}${place}  ${Math.floor(share * 100)} %${rest}`;
  }
}

/// Prints progress: `say(words, share)` as often as there is news, `end(words)` once.
export function printer(out) {
  let quarter = -1;
  return {
    say(words, share) {
      if (out.isTTY) return void out.write(`\r${words.slice(0, (out.columns ?? 80) - 1)}\x1b[K`);
      const now = Math.floor(share * 4);
      if (now > quarter && now < 4) out.write(`${words}\n`);
      quarter = Math.max(quarter, now);
    },
    end: (words) => void out.write(out.isTTY ? `\r${words}\x1b[K\n` : `${words}\n`),
  };
}
