package org.lianshen.service.intake;

/** A column of a list in which every row is one thing: how its cells are read. */
interface ListHead {

    /** What stands in the cells of a column. */
    enum Form {
        TEXT, CODE, DATE, MONEY,
        /** A whole number that is not negative. */
        COUNT,
        /** A share of a hundred, written as 99.5 %, 99.5 or as a cell of percent. */
        PERCENT
    }

    Form form();

    default boolean money() {
        return form() == Form.MONEY;
    }
}
