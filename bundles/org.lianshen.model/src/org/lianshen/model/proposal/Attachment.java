package org.lianshen.model.proposal;

/**
 * A file with the form, kept beside the database under its digest.
 *
 * @param kind   one of the kinds of domain.md §2.4 I, such as 申报函, 建设方案
 * @param sha256 lower-case hex
 * @param size   bytes
 */
public record Attachment(String kind, String fileName, String sha256, long size) {
}
