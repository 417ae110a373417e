package org.lianshen.model.expert;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A person of the pool 专家库. How many invitations are open and where the person served is computed from facts, never kept here.
 *
 * @param no        number in the pool, such as ZJ0007: what the order of a draw is made from; never reused
 * @param idTail    last four characters of the identity card, to tell people of one name apart
 * @param active    false: 停用, not drawn
 * @param note      why the person was suspended, or any remark
 * @param account   name of the person's account in this store, or empty: sheets are then entered from paper
 * @param version   number of the stored row, 0 when new
 */
public record Expert(UUID id, String no, String name, String unit, List<FormerUnit> former, String title, Set<Expertise> fields, String phone, String idTail, String bank,
        boolean active, String note, Interests interests, String account, long version) {

    /** @param until last day there, or null where it is not known: then it counts as recent */
    public record FormerUnit(String name, LocalDate until) {
    }

    /**
     * What the person declared once.
     *
     * @param vendors  companies that the person has an interest in
     * @param relatives people in applying units who are near relations
     * @param authored names or numbers of projects that the person wrote or helped to write
     */
    public record Interests(List<String> vendors, List<String> relatives, List<String> authored) {

        public static final Interests NONE = new Interests(List.of(), List.of(), List.of());

        public Interests {
            vendors = List.copyOf(vendors);
            relatives = List.copyOf(relatives);
            authored = List.copyOf(authored);
        }
    }

    public Expert {
        no = text(no);
        name = text(name);
        unit = text(unit);
        former = List.copyOf(former);
        title = text(title);
        fields = fields.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fields));
        phone = text(phone);
        idTail = text(idTail);
        bank = text(bank);
        note = text(note);
        interests = interests == null ? Interests.NONE : interests;
        account = text(account);
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    public Expert with(UUID otherId, String otherNo, long otherVersion) {
        return new Expert(otherId, otherNo, name, unit, former, title, fields, phone, idTail, bank, active, note, interests, account, otherVersion);
    }

    public Expert standing(boolean nowActive, String why) {
        return new Expert(id, no, name, unit, former, title, fields, phone, idTail, bank, nowActive, why, interests, account, version);
    }

    /** Without what only those see who arrange experts: phone, identity and bank. */
    public Expert withoutPersonal() {
        return new Expert(id, no, name, unit, former, title, fields, "", "", "", active, note, interests, account, version);
    }
}
