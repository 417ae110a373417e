package org.lianshen.service.document;

import java.util.List;
import org.lianshen.model.Message;

/** The pages of papers as they will come out, for the preview and the printer. A declarative service of the office bundle. */
public interface PagePictures {

    /**
     * Lays papers out, one after another as in a file of all of them. Takes about a second; not for the UI thread.
     *
     * @throws org.lianshen.model.UserProblem where this machine has no Chinese font
     */
    Pages open(List<OfficialPaper> papers);

    /** Laid out pages; to be closed by who opened them. Several threads may ask, one is served at a time. */
    interface Pages extends AutoCloseable {

        int count();

        /** @param page from 1 */
        Size size(int page);

        /** @param page from 1; {@code dpi} dots for 25.4 mm */
        default Picture picture(int page, int dpi) {
            return picture(page, dpi, 0, size(page).rows(dpi));
        }

        /** A strip of a page, so that a printer's resolution does not need the memory of a whole page. @param top first row; {@code rows} how many */
        Picture picture(int page, int dpi, int top, int rows);

        /** Fonts that were replaced, and by which; characters that no font has. */
        List<Message> notices();

        @Override
        void close();
    }

    /**
     * In millimetres, as the page is read. A landscape page lies on the sheet turned a quarter counter-clockwise, its upper edge at the left: so the head of its table comes to
     * the binding edge of odd pages and to the cut edge of even ones.
     */
    record Size(double width, double height) {

        public boolean landscape() {
            return width > height;
        }

        public int columns(int dpi) {
            return dots(width, dpi);
        }

        public int rows(int dpi) {
            return dots(height, dpi);
        }

        private static int dots(double millimetres, int dpi) {
            return (int) Math.round(millimetres / 25.4 * dpi);
        }
    }

    /** @param rgb 0xRRGGBB, row by row from the top */
    record Picture(int width, int height, int[] rgb) {
    }
}
