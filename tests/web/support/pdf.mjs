// Small PDFs with words in them, as a printer driver makes them: Helvetica, one object a page.

const WINDOWS = {'–': '\\226', '—': '\\227', '‘': '\\221', '’': '\\222', '“': '\\223', '”': '\\224', '…': '\\205'};

/// The bytes of a PDF with these pages, each a list of lines; an empty line leaves a gap.
export function pdfOf(pages) {
  const words = (line) => line.replace(/[()\\]/g, '\\$&').replace(/[^\x20-\x7e]/g, (one) => WINDOWS[one] ?? '?');
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'];
  pages.forEach((lines, i) => {
    const content = `BT /F 11 Tf 14 TL 72 800 Td ${lines.map((line) => (line ? `(${words(line)}) Tj T*` : 'T*')).join(' ')} ET`;
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}` +
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/// `text` as such pages: paragraphs of lines of at most `most` signs, each page with a number at its foot.
export function printed(text, most = 78, rows = 46) {
  const lines = text.trim().split(/\n\s*\n/).flatMap((paragraph) => {
    const of = [''];
    for (const word of paragraph.split(/\s+/)) {
      if ((of.at(-1) + ' ' + word).length > most && of.at(-1)) of.push(word);
      else of[of.length - 1] = `${of.at(-1)} ${word}`.trim();
    }
    return [...of, ''];
  });
  const pages = [];
  while (lines.length > 0) pages.push(lines.splice(0, rows));
  return pdfOf(pages.map((page, i) => [...page, '', String(i + 1)]));
}
