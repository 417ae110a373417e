package org.lianshen.exchange;

/**
 * Absolute limits for what comes from outside; nothing is allocated by a number that a file merely claims.
 *
 * @param header   bytes of the readable header
 * @param card     bytes of a card
 * @param content  bytes of projects, acts and rules as text
 * @param file     bytes of one attachment
 * @param entries  attachments
 * @param payload  bytes of all together
 */
record Limits(int header, int card, int content, long file, int entries, long payload) {

    static final Limits STANDARD = new Limits(16 << 10, 16 << 10, 64 << 20, 512L << 20, 2_000, 2L << 30);
}
