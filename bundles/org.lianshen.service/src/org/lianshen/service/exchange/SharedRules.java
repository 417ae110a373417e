package org.lianshen.service.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.service.packs.PackForms;
import org.lianshen.service.packs.StorePacks;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Both sides judge by the same rules or not at all: what was published travels along, what is shipped has to be the same already. */
final class SharedRules {

    private final Desk desk;
    private final StorePacks packs;
    private final PackForms forms;

    SharedRules(Desk desk, StorePacks packs, PackForms forms) {
        this.desk = desk;
        this.packs = packs;
        this.forms = forms;
    }

    List<PackVersion> published() {
        return packs.versions();
    }

    /** Digest of the rules in force today. */
    String digest() {
        return digest(packs.version(desk.today()));
    }

    private String digest(Optional<PackVersion> version) {
        return version.isEmpty() ? packs.base().digest() : forms.digest(packs.contentNow(version.get()));
    }

    /** @throws UserProblem if the rules that came along are not those of this store and do not become them */
    void check(Tx tx, PackageHeader header, List<PackVersion> theirs) {
        List<PackVersion> mine = tx.packs().versions(packs.place());
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            boolean known = i < mine.size() && i < theirs.size();
            if (known && !mine.get(i).digest().equals(theirs.get(i).digest()) || i >= theirs.size() || theirs.get(i).no() != i + 1 || !packs.place().equals(theirs.get(i).place())) {
                throw UserProblem.of("exchange.refuse.otherRules", header.packId(), desk.pack().id());
            }
        }
        LocalDate day = LocalDate.ofInstant(header.created(), desk.clock().getZone());
        Optional<PackVersion> inForce = theirs.stream().filter(version -> !version.validFrom().isAfter(day)).reduce((first, second) -> second);
        if (!digest(inForce).equals(header.packDigest())) {
            throw UserProblem.of("exchange.refuse.otherProgram", header.packId(), packs.base().id());
        }
        for (PackVersion version : theirs.subList(mine.size(), theirs.size())) {
            PackValue.Fields content = packs.contentNow(version);
            forms.build(version.id(), content);
        }
    }

    /** Takes over what is not here yet; after {@link #check}. */
    void take(Tx tx, List<PackVersion> theirs) {
        int mine = tx.packs().lastVersion(packs.place());
        theirs.stream().filter(version -> version.no() > mine).forEach(tx.packs()::publish);
    }

    void refresh() {
        packs.refresh();
    }
}
