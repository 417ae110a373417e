package org.lianshen.cli;

/** Exit codes of the command line's contract. */
final class Exit {

    /** Done, and nothing that was checked fell short. */
    static final int OK = 0;
    /** Understood, and something that was checked does not hold. */
    static final int SHORT = 1;
    /** Could not be done as asked; nothing was stored. */
    static final int REFUSED = 2;
    /** A fault of the program; nothing was stored. */
    static final int FAULT = 3;

    private Exit() {
    }
}
