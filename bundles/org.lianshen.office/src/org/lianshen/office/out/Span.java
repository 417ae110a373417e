package org.lianshen.office.out;

/** Text in one face. */
record Span(Face face, String text) {
}
