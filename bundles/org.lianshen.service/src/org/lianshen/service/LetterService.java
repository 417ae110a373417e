package org.lianshen.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.letter.Letter;
import org.lianshen.service.document.PaperWriter;

/** Desk 3: letters (函) that tell each unit its findings, in the letter form of GB/T 9704-2012. */
public interface LetterService {

    /** Units of the year's last check that have something to be told, most blocking first. */
    List<UnitFindings> units(int year);

    /** What the last letters said at their head, with the next number and today's date. */
    Head remembered();

    /** Last day for replies to a letter of that day, by the pack's working days. */
    LocalDate due(LocalDate date);

    /** Letters of the year, oldest first. */
    List<Letter> letters(int year);

    /**
     * Writes one file a unit and format into the folder and keeps that the units were told. Several letters are numbered on from the head's number.
     *
     * @param units     names as {@link #units} gives them; empty for all
     * @param onlyUntold leaves out findings that an earlier letter of the year told
     * @throws org.lianshen.model.UserProblem if the year has no check, nothing is to be told, or the head is incomplete
     */
    Outcome write(int year, Head head, Collection<String> units, boolean onlyUntold, Set<PaperWriter.Format> formats, Path folder, Progress progress);

    /**
     * @param blocking findings 不得纳入预算; {@code warnings} those that need a reply
     * @param amount   of the lines that may not be budgeted
     * @param untold   findings that no letter of the year told yet
     * @param last     the unit's last letter, or null
     */
    record UnitFindings(String unit, int blocking, int warnings, Money amount, int untold, Letter last) {
    }

    /**
     * @param signatory 发文机关, at the head and at the end
     * @param number    文号 of the first letter
     * @param contact   person to ask, may be empty
     * @param copies    抄送, may be empty
     */
    record Head(String signatory, String number, LocalDate date, String contact, String phone, String copies) {
    }

    /** @param notices fonts that were replaced, days that are not sure */
    record Outcome(List<Letter> letters, List<Path> files, List<Message> notices) {

        public Outcome {
            letters = List.copyOf(letters);
            files = List.copyOf(files);
            notices = List.copyOf(notices);
        }
    }
}
