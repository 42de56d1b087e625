// A host as it comes: it sends a media type and nothing else, as python's http.server and nginx do.
import {readFile, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';

import {mediaTypes} from '../../../web/server.mjs';

/// Serves `root` on loopback, and `pages` (path → HTML) over it; returns {url, asked, close}.
export async function serveBare({root, pages = {}}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url.split(/[?#]/, 1)[0]);
    asked.push(request.url);
    const send = (type, content) => {
      response.writeHead(200, {'Content-Type': type});
      response.end(content);
    };
    if (Object.hasOwn(pages, path)) return send('text/html', pages[path]);
    const file = join(root ?? '/nowhere', path.endsWith('/') ? `${path}index.html` : path);
    if (path.includes('..') || !(await stat(file).catch(() => null))?.isFile()) {
      response.writeHead(404);
      return response.end();
    }
    send(mediaTypes[extname(file)]?.replace(/;.*/, '') ?? 'application/octet-stream', await readFile(file));
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    url: `http://127.0.0.1:${server.address().port}/`, asked, pages,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections?.();
    }),
  };
}
