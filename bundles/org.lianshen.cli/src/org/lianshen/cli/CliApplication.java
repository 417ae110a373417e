package org.lianshen.cli;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Starts the command line inside the product: waits for its services, runs, and hands the exit code to the launcher. */
public final class CliApplication implements IApplication {

    private static final long PATIENCE_MILLIS = 20_000;

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        context.applicationRunning();
        var args = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        BundleContext bundle = FrameworkUtil.getBundle(CliApplication.class).getBundleContext();
        var tracker = new ServiceTracker<Console, Console>(bundle, Console.class, null);
        tracker.open();
        try {
            Console console = tracker.waitForService(PATIENCE_MILLIS);
            if (console == null) {
                System.err.println("lianshen: the services of the program did not start; see the log");
                return Exit.FAULT;
            }
            return console.run(args, System.out, System.err);
        } finally {
            tracker.close();
        }
    }

    @Override
    public void stop() {
        // a command runs to its end or is ended with its process
    }
}
