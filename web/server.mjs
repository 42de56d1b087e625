// A small file server on loopback, for `web/serve` and the browser tests. It sends what a host of
// Proviso should send: right media types, the content security policy, and *.br or *.gz beside a
// file to those who accept them. A test that plays another site's page passes headers of its own.
import {createReadStream} from 'node:fs';
import {open, realpath, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, resolve, sep} from 'node:path';
import {pipeline} from 'node:stream';
import {fileURLToPath} from 'node:url';

export const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/// Two Trusted Types policies give one address each: the hosted page's service worker's
/// (web/offline.js) and that of the worker which reads large datasets (web/ahead.js). A page can say
/// 'none' if it registers no service worker and reads large ones itself.
/// `frame-ancestors` is left to who deploys it: other people's pages are meant to embed this.
export const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'",
  "img-src 'self' blob:", "connect-src 'self'", "font-src 'self'", "worker-src 'self'",
  "frame-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'",
  "object-src 'none'", "require-trusted-types-for 'script'", "trusted-types proviso-worker proviso-reader",
].join('; ');

/// The policy with this server's own name beside 'self', which in WebKit is nobody in a sandboxed
/// frame: that has no origin.
export const withOrigin = (policy, host) =>
  /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host ?? '') ? policy.replaceAll("'self'", `'self' http://${host}`) : policy;

export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), clipboard-read=()',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',  // A page that is isolated frames no other.
  'Access-Control-Allow-Origin': '*',  // A sandboxed frame has no origin, and modules need CORS.
};

/// A page in one file has scripts in it, and its own policy that names them by their sums; a policy
/// of the server's beside it would forbid them.
async function hasPolicy(file) {
  const handle = await open(file);
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return /http-equiv="Content-Security-Policy" content="[^"]*script-src 'sha256-/.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

/// Whether a request is for this machine: a page elsewhere may have a name of its own lead here.
const isLocal = (host) => /^(127\.0\.0\.1|\[::1\]|([\w-]+\.)*localhost)(:\d+)?$/i.test(host ?? '');

const encodings = [['br', '.br'], ['gzip', '.gz']];

/// Returns the file under `root` that `path` (a URL's, still encoded) asks for, or null.
async function find(root, path) {
  let name;
  try {
    name = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  if (name.split('/').some((part) => part.startsWith('.'))) return null;  // `..` and dotfiles.
  if (name.endsWith('/')) name += 'index.html';
  try {
    const file = await realpath(join(root, name));  // A link may not lead out either.
    if (!file.startsWith(root + sep)) return null;
    const {size, mtimeMs} = await stat(file);
    return (await stat(file)).isFile() ? {file, size, mtimeMs} : null;
  } catch {
    return null;
  }
}

/// Serves `root` on 127.0.0.1 and returns {url, port, server, close()}.
///
/// `headers` is an object, or a function of the path that returns one; it is laid over the
/// security headers, and a header set to null is left out. `port` 0 takes any; otherwise, if it is
/// taken and `next` is true, the following ones are tried.
export async function serve({root, port = 0, next = false, headers = {}, mounts = {}}) {
  const roots = await Promise.all(
    [...Object.entries(mounts), ['/', root]].map(async ([prefix, folder]) =>
      [prefix, await realpath(resolve(folder))]));

  async function answer(request, response) {
    const path = request.url.split(/[?#]/, 1)[0];
    const extra = typeof headers === 'function' ? headers(path) : headers;
    const all = {...securityHeaders, 'Cache-Control': 'no-cache', ...extra};
    const policy = all['Content-Security-Policy'];
    if (policy) all['Content-Security-Policy'] = withOrigin(policy, request.headers.host);
    for (const [name, value] of Object.entries(all))
      if (value !== null) response.setHeader(name, value);
    const plain = (status, text) => {
      response.writeHead(status, {'Content-Type': 'text/plain; charset=utf-8'});
      response.end(request.method === 'HEAD' ? '' : text);
    };
    if (!isLocal(request.headers.host)) return plain(421, 'This server answers to names of this machine alone.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return plain(405, 'Only GET and HEAD are answered here.\n');
    }
    const [prefix, folder] = roots.find(([start]) => path.startsWith(start)) ?? ['/', roots.at(-1)[1]];
    let found = await find(folder, '/' + path.slice(prefix.length));
    if (!found) return plain(404, 'There is no such file.\n');
    response.setHeader('Content-Type',
      mediaTypes[extname(found.file).toLowerCase()] ?? 'application/octet-stream');
    if (policy && extra['Content-Security-Policy'] === undefined && extname(found.file) === '.html' && await hasPolicy(found.file)) response.removeHeader('Content-Security-Policy');
    response.setHeader('Vary', 'Accept-Encoding');
    const accepted = (request.headers['accept-encoding'] ?? '').split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0].trim());
    for (const [encoding, suffix] of encodings) {
      if (!accepted.includes(encoding)) continue;
      const packed = await stat(found.file + suffix).catch(() => null);
      if (!packed?.isFile() || packed.mtimeMs < found.mtimeMs) continue;  // Older than its source.
      response.setHeader('Content-Encoding', encoding);
      found = {...found, file: found.file + suffix, size: packed.size};
      break;
    }
    const tag = `"${found.size.toString(16)}-${Math.trunc(found.mtimeMs).toString(16)}"`;
    response.setHeader('ETag', tag);
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304);
      return response.end();
    }
    response.setHeader('Content-Length', found.size);
    response.writeHead(200);
    if (request.method === 'HEAD') return response.end();
    pipeline(createReadStream(found.file), response, () => {});  // Closes the file also where nobody reads on.
  }

  const server = createServer((request, response) =>
    answer(request, response).catch(() => response.destroy()));
  const listen = (number) => new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(number, '127.0.0.1', () => {
      server.off('error', failed);
      done();
    });
  });
  for (let number = port; ; ++number) {
    try {
      await listen(number);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || !next || number >= port + 100) throw error;
    }
  }
  const taken = server.address().port;
  return {
    url: `http://127.0.0.1:${taken}/`,
    port: taken,
    server,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections?.();
    }),
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [root, wanted] = process.argv.slice(2);
  if (!root) {
    console.error('Usage: node web/server.mjs FOLDER [PORT]');
    process.exit(2);
  }
  try {
    const {url} = await serve({root, port: Number(wanted || 8080), next: !wanted});
    console.log(`Proviso is at ${url}`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE'
      ? `Port ${wanted} is taken; name another with --port, or leave it out.` : error.message);
    process.exit(1);
  }
}
