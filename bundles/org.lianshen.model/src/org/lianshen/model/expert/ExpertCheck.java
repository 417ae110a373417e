package org.lianshen.model.expert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lianshen.model.Message;

/** Whether an entry of the pool is whole. */
public final class ExpertCheck {

    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}_-]{1,40}");
    private static final Pattern ID_TAIL = Pattern.compile("\\d{3}[\\dXx]");
    private static final Pattern PHONE = Pattern.compile("[+\\d][\\d -]{4,24}");

    private ExpertCheck() {
    }

    /** Whether a text can be a number of the pool. */
    public static boolean goodNumber(String no) {
        return NUMBER.matcher(no).matches();
    }

    /** What is wrong, first thing first; empty where nothing is. @param day today */
    public static List<Message> problems(Expert expert, LocalDate day) {
        var problems = new ArrayList<Message>();
        if (!expert.no().isEmpty() && !goodNumber(expert.no())) {
            problems.add(Message.of("expert.bad.no", expert.no()));
        }
        if (expert.name().isEmpty()) {
            problems.add(Message.of("expert.bad.name"));
        }
        if (expert.unit().isEmpty()) {
            problems.add(Message.of("expert.bad.unit", expert.name()));
        }
        if (expert.fields().isEmpty()) {
            problems.add(Message.of("expert.bad.fields", expert.name()));
        }
        if (!expert.idTail().isEmpty() && !ID_TAIL.matcher(expert.idTail()).matches()) {
            problems.add(Message.of("expert.bad.idTail", expert.name(), expert.idTail()));
        }
        if (!expert.phone().isEmpty() && !PHONE.matcher(expert.phone()).matches()) {
            problems.add(Message.of("expert.bad.phone", expert.name()));
        }
        expert.former().stream().filter(unit -> unit.name() == null || unit.name().isBlank() || unit.until() != null && unit.until().isAfter(day)).findFirst()
                .ifPresent(unit -> problems.add(Message.of("expert.bad.former", expert.name(), String.valueOf(unit.name()))));
        return problems;
    }
}
