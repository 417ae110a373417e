package org.lianshen.model.expert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Expert.FormerUnit;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.model.review.UnitNames;

/** What binds an expert to a project, as the system finds it from the pool's entry and the project's ties; what nobody wrote down the expert declares. */
public final class Conflicts {

    private static final int TELLING = 4;

    private final List<Tie> ties;
    private final UnitNames names;
    private final int avoidYears;
    private final LocalDate day;

    /** @param avoidYears for so long a former employer stands against an expert. @param day today */
    public Conflicts(List<Tie> ties, UnitNames names, int avoidYears, LocalDate day) {
        this.ties = List.copyOf(ties);
        this.names = names;
        this.avoidYears = avoidYears;
        this.day = day;
    }

    /** Who stands on the project's side. */
    public List<Tie> ties() {
        return ties;
    }

    /** Every one that is found, in words; empty where none is. */
    public List<Message> of(Expert expert) {
        var found = new ArrayList<Message>();
        for (Tie tie : ties) {
            switch (tie.kind()) {
                case PERSON -> person(expert, tie, found);
                case PROJECT -> project(expert, tie, found);
                case AUTHOR -> {
                    if (!expert.account().isEmpty() && expert.account().equals(tie.name())) {
                        found.add(Message.of("expert.conflict.wrote", tie.name()));
                    }
                }
                default -> unit(expert, tie, found);
            }
        }
        return found.stream().distinct().toList();
    }

    private void unit(Expert expert, Tie tie, List<Message> found) {
        Message kind = Message.of("expert.tie." + tie.kind().name());
        if (names.same(expert.unit(), tie.name())) {
            found.add(Message.of("expert.conflict.employer", expert.unit(), kind, tie.name()));
        }
        for (FormerUnit former : expert.former()) {
            if (recent(former) && names.same(former.name(), tie.name())) {
                found.add(former.until() == null ? Message.of("expert.conflict.formerUndated", former.name(), kind, tie.name())
                        : Message.of("expert.conflict.former", former.name(), former.until(), avoidYears, kind, tie.name()));
            }
        }
        expert.interests().vendors().stream().filter(vendor -> names.same(vendor, tie.name())).findFirst()
                .ifPresent(vendor -> found.add(Message.of("expert.conflict.vendor", vendor, kind, tie.name())));
    }

    private boolean recent(FormerUnit former) {
        return former.until() == null || !former.until().plusYears(avoidYears).isBefore(day);
    }

    private static void person(Expert expert, Tie tie, List<Message> found) {
        String plain = PlainText.folded(tie.name());
        if (plain.equals(PlainText.folded(expert.name()))) {
            found.add(Message.of("expert.conflict.self", tie.name()));
        }
        if (expert.interests().relatives().stream().map(PlainText::folded).anyMatch(plain::equals)) {
            found.add(Message.of("expert.conflict.relative", tie.name()));
        }
    }

    /** A project is written of by its number or by its name; a name that holds the other is the same project or a phase of it. */
    private static void project(Expert expert, Tie tie, List<Message> found) {
        String plain = PlainText.folded(tie.name());
        for (String authored : expert.interests().authored()) {
            String own = PlainText.folded(authored);
            boolean same = own.equals(plain) || Math.min(own.length(), plain.length()) >= TELLING && (own.contains(plain) || plain.contains(own));
            if (same) {
                found.add(Message.of("expert.conflict.authored", authored, tie.name()));
            }
        }
    }
}
