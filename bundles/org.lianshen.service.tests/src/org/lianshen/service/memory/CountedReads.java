package org.lianshen.service.memory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.Tx;

/** A store that counts what it is asked: each question is a statement or two of a database, whatever comes back. */
public final class CountedReads implements Store {

    private final Store store;
    private final Map<String, Integer> asked = new TreeMap<>();

    public CountedReads(Store store) {
        this.store = store;
    }

    /** How often each question was asked by the work. */
    public Map<String, Integer> by(Supplier<?> work) {
        asked.clear();
        work.get();
        return new TreeMap<>(asked);
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
        return store.read(tx -> work.apply(counted(Tx.class, tx)));
    }

    @Override
    public <T> T write(String actor, String role, Function<Tx, T> work) {
        return store.write(actor, role, tx -> work.apply(counted(Tx.class, tx)));
    }

    private <T> T counted(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answer(type, target, method, args)));
    }

    private Object answer(Class<?> type, Object target, Method method, Object[] args) throws Throwable {
        Object result;
        try {
            result = method.invoke(target, args);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
        if (type == Tx.class) {
            return counted(method.getReturnType(), result);
        }
        asked.merge(String.join(".", type.getSimpleName(), method.getName()), 1, Integer::sum);
        return result;
    }

    @Override
    public StoreLocation location() {
        return store.location();
    }

    @Override
    public Files files() {
        return store.files();
    }

    @Override
    public Copy backup(Path file, Progress progress) {
        return store.backup(file, progress);
    }

    @Override
    public void close() {
        store.close();
    }
}
