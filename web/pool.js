// Browsers keep about sixteen WebGL contexts a page and take the oldest when there are more, which
// may be the host's own. So at most four of ours live at a time; the others show a still picture.

/** @typedef {{ visible: boolean, freeze(): void }} User */

let most = 4;
/** @type {User[]} */
const live = []; // The explorer that wanted to draw last is last.

/** @param {number} count */
export function setMost(count) {
  most = Math.max(1, Math.floor(count) || 1);
  shrink();
}

/** `user` is about to draw: an explorer that is unseen, else the one that has not drawn for longest, gives way. @param {User} user */
export function take(user) {
  leave(user);
  live.push(user);
  shrink();
}

/** @param {User} user */
export function leave(user) {
  const at = live.indexOf(user);
  if (at >= 0) live.splice(at, 1);
}

function shrink() {
  while (live.length > most) {
    const others = live.slice(0, -1);
    const one = others.find((user) => !user.visible) ?? others[0];
    leave(one);
    one.freeze();
  }
}
