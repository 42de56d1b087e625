// Programs that tests start, each in a process group of its own, so that none outlives its test.
import {spawn} from 'node:child_process';

/// How many times as long as on a machine at rest everything is waited for: PROVISO_PATIENCE.
export const slow = Number(process.env.PROVISO_PATIENCE ?? 1);

const running = new Set();

/// Starts `command` as the leader of a new process group. `ended` resolves when it has gone.
export function start(command, args, {env = process.env} = {}) {
  const child = spawn(command, args, {env, detached: true, stdio: ['ignore', 'pipe', 'pipe']});
  const group = {child, output: ''};
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => (group.output = (group.output + part).slice(-4000)));
  group.ended = new Promise((done) => {
    child.on('exit', done);
    child.on('error', (error) => {
      group.output += error.message;
      done();
    });
  });
  running.add(group);
  return group;
}

/// Ends a whole group, gently and after two seconds for good.
export async function end(group) {
  signal(group, 'SIGTERM');
  await Promise.race([group.ended, pause(2000)]);
  signal(group, 'SIGKILL');
  await Promise.race([group.ended, pause(2000)]);
  running.delete(group);
}

function signal({child}, name) {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // The whole group has gone already.
  }
}

process.on('exit', () => running.forEach((group) => signal(group, 'SIGKILL')));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(1));

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/// `promise`, or an error that says `what` did not end within `ms`.
export function within(ms, what, promise) {
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`${what}: not done after ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
