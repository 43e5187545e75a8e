// The picture of the graph: fitted to the page at first, larger and smaller by buttons or ctrl and the wheel.

function makeZoomable(paper, tools) {
  const picture = paper.querySelector("svg");
  const width = picture.viewBox.baseVal.width || picture.clientWidth;
  const height = picture.viewBox.baseVal.height || picture.clientHeight;
  let scale = 1;
  const set = wanted => {
    scale = Math.max(0.02, Math.min(4, wanted));
    picture.setAttribute("width", width * scale);
    picture.setAttribute("height", height * scale);
  };
  const fit = () => set(Math.min(1, (paper.clientWidth - 26) / width, Math.max(320, innerHeight * 0.8) / height));
  const zoom = (factor, x, y) => {
    const before = scale;
    set(scale * factor);
    paper.scrollLeft = ((paper.scrollLeft + x) * scale) / before - x;
    paper.scrollTop = ((paper.scrollTop + y) * scale) / before - y;
  };
  tools.addEventListener("click", event => {
    const factor = Number(event.target.dataset.zoom ?? NaN);
    if (factor === 0) {
      fit();
    } else if (factor > 0) {
      zoom(factor, paper.clientWidth / 2, paper.clientHeight / 2);
    }
  });
  paper.addEventListener("wheel", event => {
    if (event.ctrlKey) {
      event.preventDefault();
      const box = paper.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY * 0.005), event.clientX - box.left, event.clientY - box.top);
    }
  }, { passive: false });
  fit();
}
