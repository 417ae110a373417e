package org.lianshen.model.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A letter (函) that told a unit its findings: a fact, never changed.
 *
 * @param number    文号 as printed
 * @param unit      to whom
 * @param date      成文日期
 * @param due       last day for the reply
 * @param findings  what it told, in the order of the letter
 * @param signatory 发文机关署名
 * @param files     names of the files written
 */
public record Letter(UUID id, int year, String number, String unit, LocalDate date, LocalDate due, List<Told> findings, String signatory, List<String> files, String by,
        Instant at) {

    public Letter {
        findings = List.copyOf(findings);
        files = List.copyOf(files);
    }

    /** A finding by what it keeps over runs. */
    public record Told(String rule, String key) {
    }

    public boolean tells(String rule, String key) {
        return findings.contains(new Told(rule, key));
    }
}
