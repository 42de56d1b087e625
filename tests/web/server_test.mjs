import assert from 'node:assert/strict';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {brotliCompressSync, brotliDecompressSync} from 'node:zlib';

import {contentSecurityPolicy, serve, withOrigin} from '../../web/server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'proviso-server-'));
const root = join(folder, 'site');
const page = '<!doctype html><title>Proviso</title>';
let site;

/// Sends `path` as it stands; fetch would tidy away the very things that are tried here.
function get(path, {method = 'GET', headers = {}, port = site.port} = {}) {
  return new Promise((done, failed) => {
    request({host: '127.0.0.1', port, path, method, headers}, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        done({status: response.statusCode, headers: response.headers, body: Buffer.concat(parts)}));
    }).on('error', failed).end();
  });
}

before(async () => {
  mkdirSync(join(root, 'deep'), {recursive: true});
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'site-next-door'));
  writeFileSync(join(folder, 'site-next-door', 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), page);
  writeFileSync(join(root, 'a b é.json'), '{}');
  writeFileSync(join(root, 'app.wasm'), Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]));
  writeFileSync(join(root, 'app.wasm.br'),
    brotliCompressSync(Buffer.from([0, 97, 115, 109, 1, 0, 0, 0])));
  writeFileSync(join(root, 'stale.js'), 'new');
  writeFileSync(join(root, 'stale.js.br'), brotliCompressSync(Buffer.from('old')));
  utimesSync(join(root, 'stale.js.br'), 1, 1);
  writeFileSync(join(root, 'deep', 'index.html'), 'deep');
  writeFileSync(join(root, '.hidden'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  site = await serve({root});
});
after(async () => {
  await site.close();
  rmSync(folder, {recursive: true});
});

test('a folder answers with its index page', async () => {
  const {status, headers, body} = await get('/');
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(body.toString(), page);
  assert.equal((await get('/deep/?q=1')).body.toString(), 'deep');
});

test('every answer carries the security headers, errors too', async () => {
  for (const path of ['/', '/nothing']) {
    const {headers} = await get(path);
    const policy = headers['content-security-policy'];
    assert.match(policy, /script-src 'self' http:\/\/127\.0\.0\.1:\d+ 'wasm-unsafe-eval';/);
    assert.equal(policy.replace(/ http:\/\/[\d.:]+/g, ''), contentSecurityPolicy);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.match(headers['permissions-policy'], /camera=\(\)/);
  }
});

test('a host that is no host’s name comes into no policy', () => {
  for (const host of [undefined, '', "x; script-src *", 'a b', '"', 'x,y'])
    assert.equal(withOrigin(contentSecurityPolicy, host), contentSecurityPolicy);
});

test('the policy forbids eval and inline scripts but lets WebAssembly in', () => {
  assert.match(contentSecurityPolicy, /script-src 'self' 'wasm-unsafe-eval';/);
  assert.doesNotMatch(contentSecurityPolicy, /'unsafe-inline'|'unsafe-eval'/);
});

test('WebAssembly has its media type, and is packed only for those who accept it', async () => {
  const packed = await get('/app.wasm', {headers: {'accept-encoding': 'gzip, br'}});
  assert.equal(packed.headers['content-type'], 'application/wasm');
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(packed.body).length, 8);
  for (const accept of ['', 'gzip', 'br;q=0']) {
    const plain = await get('/app.wasm', {headers: {'accept-encoding': accept}});
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(plain.body.length, 8);
  }
});

test('a packed file that is older than its source is not sent', async () => {
  const {headers, body} = await get('/stale.js', {headers: {'accept-encoding': 'br'}});
  assert.equal(headers['content-encoding'], undefined);
  assert.equal(body.toString(), 'new');
});

test('no path leads out of the folder', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/deep/../../secret.txt',
    '/..%5csecret.txt', '/%2e%2e%2fsecret.txt', '//etc/passwd', '/%00', '/%', '/%ff', '/link.txt',
    '/.hidden', '/deep/%2e%2e/.hidden', '/../site-next-door/secret.txt']) {
    const {status, body} = await get(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body.toString(), /secret|root:/);
  }
});

test('names with spaces and other letters are found', async () => {
  assert.equal((await get('/a%20b%20%C3%A9.json')).headers['content-type'],
    'application/json; charset=utf-8');
});

test('HEAD sends no body, and nothing but GET and HEAD is answered', async () => {
  const head = await get('/', {method: 'HEAD'});
  assert.equal(head.headers['content-length'], String(page.length));
  assert.equal(head.body.length, 0);
  const post = await get('/', {method: 'POST'});
  assert.equal(post.status, 405);
  assert.equal(post.headers.allow, 'GET, HEAD');
});

test('an unchanged file is not sent twice', async () => {
  const {headers} = await get('/');
  const again = await get('/', {headers: {'if-none-match': headers.etag}});
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('a test can change headers by path, leave one out, and mount a second folder', async () => {
  const other = await serve({
    root,
    mounts: {'/next/': join(folder, 'site-next-door')},
    headers: (path) => path === '/' ? {'Content-Security-Policy': null, 'X-Frame-Options': 'DENY'} : {},
  });
  const {headers} = await get('/', {port: other.port});
  assert.equal(headers['content-security-policy'], undefined);
  assert.equal(headers['x-frame-options'], 'DENY');
  assert.equal((await get('/next/secret.txt', {port: other.port})).body.toString(), 'secret');
  await other.close();
});

test('a taken port is an error, or the next one is used', async () => {
  await assert.rejects(serve({root, port: site.port}), {code: 'EADDRINUSE'});
  const other = await serve({root, port: site.port, next: true});
  assert.ok(other.port > site.port);
  await other.close();
});

test('only this machine can reach it', () => {
  assert.equal(site.server.address().address, '127.0.0.1');
});

test('a name that leads here from elsewhere is not answered', async () => {
  for (const host of ['evil.example', 'evil.example:8080', '10.0.0.1', 'localhost.evil.example'])
    assert.equal((await get('/', {headers: {host}})).status, 421, host);
  for (const host of ['localhost', `127.0.0.1:${site.port}`, '[::1]:80', 'app.localhost:1'])
    assert.equal((await get('/', {headers: {host}})).status, 200, host);
});

test('a page in one file, which names its scripts itself, is sent no other policy', async () => {
  writeFileSync(join(root, 'one.html'), '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'sha256-x\'">');
  assert.equal((await get('/one.html')).headers['content-security-policy'], undefined);
  assert.ok((await get('/')).headers['content-security-policy']);
});

test('downloads that nobody reads to the end leave no file open', {skip: !existsSync('/proc/self/fd')}, async () => {
  writeFileSync(join(root, 'large.bin'), Buffer.alloc(8 << 20));
  const files = () => readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).endsWith('large.bin');
    } catch {
      return false;
    }
  }).length;
  for (let i = 0; i < 8; ++i) {
    await new Promise((done) => {
      request({host: '127.0.0.1', port: site.port, path: '/large.bin'}, (response) => {
        response.once('data', () => response.destroy());
        response.on('close', done);
      }).end();
    });
  }
  while (files() > 0) await new Promise((done) => setTimeout(done, 20));  // Or the test never ends.
  assert.equal(files(), 0);
});
