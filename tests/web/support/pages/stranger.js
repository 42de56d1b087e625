// A frame that says hello to the explorer's frame in the page's stead.
const {port1, port2} = new MessageChannel();
globalThis.answered = false;
port1.onmessage = () => { globalThis.answered = true; };
parent.document.getElementById('frame').contentWindow.postMessage({v: 1, type: 'proviso:hello'}, '*', [port2]);
globalThis.asked = true;
