package org.lianshen.workbench.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.eclipse.swt.widgets.Display;

/** Guards doubles of services: a call on the UI thread is a fault of the part. */
public final class OffUi {

    private OffUi() {
    }

    /** The same service, which throws when it is called on a UI thread. */
    public static <S> S guard(Class<S> type, S service) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getDeclaringClass() != Object.class && Display.getCurrent() != null) {
                throw new AssertionError(type.getSimpleName() + "." + method.getName() + " was called on the UI thread");
            }
            try {
                return method.invoke(service, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    /** A service of which only some methods are expected: everything else throws. Pass a lambda per method through your own class; this is the rest of it. */
    public static <S> S unexpected(Class<S> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> switch (method.getName()) {
            case "toString" -> "unexpected " + type.getSimpleName();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == args[0];
            default -> throw new AssertionError(type.getSimpleName() + "." + method.getName() + " was not expected");
        }));
    }
}
