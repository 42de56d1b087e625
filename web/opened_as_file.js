// Of a page that was opened from a file, browsers load no module: so this is none, and says why
// nothing else happens.
if (location.protocol === 'file:') {
  document.getElementById('note').textContent = 'This page was opened from a file, and browsers let such a page load ' +
    'none of the files beside it. Serve the folder (npx proviso help publish says how), or open the one-file version.';
}
