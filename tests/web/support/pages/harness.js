// Sixteen squares by WebGL2, and a list of every event with where it was.
const canvas = document.getElementById('board');
const heard = globalThis.heard = [];

function draw() {
  canvas.width = Math.round(400 * devicePixelRatio);
  canvas.height = Math.round(300 * devicePixelRatio);
  const gl = canvas.getContext('webgl2', {antialias: false, alpha: false});
  if (!gl) return;
  gl.enable(gl.SCISSOR_TEST);
  const w = canvas.width / 4, h = canvas.height / 4;
  for (let row = 0; row < 4; ++row) {
    for (let column = 0; column < 4; ++column) {
      gl.scissor(Math.round(column * w), Math.round((3 - row) * h), Math.ceil(w), Math.ceil(h));
      gl.clearColor(column * 85 / 255, row * 85 / 255, 51 / 255, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
    }
  }
}
draw();
addEventListener('resize', () => {
  draw();
  heard.push({type: 'resize', width: innerWidth, height: innerHeight, dpr: devicePixelRatio});
});
for (const type of ['pointerdown', 'pointerup', 'pointermove', 'pointercancel', 'click', 'dblclick']) {
  addEventListener(type, ({clientX, clientY, pointerType, button}) =>
    heard.push({type, x: clientX, y: clientY, pointerType, button}));
}
addEventListener('wheel', ({clientX, clientY, deltaY, deltaMode}) =>
  heard.push({type: 'wheel', x: clientX, y: clientY, deltaY, deltaMode}));
for (const type of ['keydown', 'keyup']) {
  addEventListener(type, ({key, shiftKey, ctrlKey}) => heard.push({type, key, shiftKey, ctrlKey}));
}
addEventListener('keydown', ({key}) => key === 'f' && requestAnimationFrame(() => {}));
