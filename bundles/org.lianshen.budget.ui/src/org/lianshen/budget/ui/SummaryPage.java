package org.lianshen.budget.ui;

import java.nio.file.Path;
import org.eclipse.swt.widgets.Control;

/** One page of what a year comes to. */
interface SummaryPage {

    String title();

    /** Of what is shown, in a line. */
    String subtitle();

    Control control();

    /** Reads off the UI thread. @return what shows it, run on the UI thread */
    Runnable load(int year);

    /** Off the UI thread. */
    void export(int year, Path target);

    void filter();
}
