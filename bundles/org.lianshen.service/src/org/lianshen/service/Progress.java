package org.lianshen.service;

/** Where long work says how far it is and hears that it should stop. */
public interface Progress {

    Progress NONE = new Progress() {
        @Override
        public void at(long done, long total) {
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** @param total 0 where it is not known */
    void at(long done, long total);

    boolean cancelled();

    /** @throws Cancelled if the person asked to stop; nothing is stored then */
    default void check() {
        if (cancelled()) {
            throw new Cancelled();
        }
    }

    /** The person stopped the work. */
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
