package org.lianshen.model.pack;

/**
 * One sentence of a public document that rules and checks rest on.
 *
 * @param id       stable id, such as {@code Q1}
 * @param document title of the document
 * @param docNo    document number 文号; empty where the document has none
 * @param place    where in the document, such as 二(五)1
 * @param seedFile name of the policy text that the quote was taken from; empty where the wording has not been seen
 * @param quote    the words themselves, a literal part of that text
 * @param verified whether the quote was compared with the text
 * @param note     remark for the reader, such as damage in the source; may be empty
 */
public record Clause(String id, String document, String docNo, String place, String seedFile, String quote, boolean verified, String note) {
}
