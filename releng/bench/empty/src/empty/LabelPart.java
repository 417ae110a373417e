package empty;

import jakarta.annotation.PostConstruct;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** All that the empty program shows. */
public final class LabelPart {

    @PostConstruct
    void create(Composite parent) {
        new Label(parent, SWT.NONE).setText("Nothing else");
    }
}
