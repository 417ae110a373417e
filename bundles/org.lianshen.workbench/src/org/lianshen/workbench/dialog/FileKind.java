package org.lianshen.workbench.dialog;

/**
 * A kind of file to choose.
 *
 * @param label      for the person: "Excel 工作簿"
 * @param extensions without dot, such as {@code xlsx}
 */
public record FileKind(String label, String... extensions) {

    /** {@code *.xlsx;*.xls} */
    String pattern() {
        return "*." + String.join(";*.", extensions);
    }
}
