// The words of a PDF: pdf.js reads it (unpdf, which is the same in one file without a worker), and lines
// become paragraphs. Fetched when the first PDF comes, and never with a first visit.

import { getDocument } from 'unpdf/pdfjs';

import { textOfPages } from './pdf_lines.js';

const SAVE = 'Open it where it can be read, and save its text as a plain text file.';

/**
 * Paragraphs with an empty line between them. Nothing of the file is run. An error says in words what
 * is the matter and what to do.
 * @param {Uint8Array} bytes
 * @returns {Promise<string>}
 */
export async function textOfPdf(bytes) {
  const loading = getDocument({ data: bytes.slice(), isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  try {
    const document = await loading.promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; ++number) {
      const page = await document.getPage(number);
      pages.push(/** @type {import('./pdf_lines.js').Stretch[]} */ ((await page.getTextContent()).items));
      page.cleanup();
    }
    const text = textOfPages(pages);
    if (!text) throw new Error('The pages of this PDF are pictures: there are no words in it. Have a program for text recognition (OCR) read it first.');
    return text;
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    if (name === 'PasswordException') throw new Error(`This PDF asks for a password. ${SAVE}`, { cause: error });
    if (name === 'InvalidPDFException' || name === 'FormatError') throw new Error(`This PDF is damaged: ${message} ${SAVE}`, { cause: error });
    throw error;
  } finally {
    loading.destroy();
  }
}
