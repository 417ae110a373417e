package org.lianshen.service.packs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.linkage.rule.Rules;
import org.lianshen.model.linkage.rule.Silence;
import org.lianshen.model.pack.CalendarReading;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackSection;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Changes;
import org.lianshen.service.PackService;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.CalendarIntake;
import org.lianshen.service.intake.FileDigest;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Drafts, publishes and tries out the rule pack of the store's place. */
public final class PackDesk implements PackService {

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final int LONGEST_REASON = 1_000;
    private static final String DRAFT_VERSION = "+" + DRAFT;

    private final Desk desk;
    private final StorePacks packs;
    private final PackForms forms;
    private final PackTrial trial;
    private final SourceFiles sources;

    public PackDesk(Desk desk, StorePacks packs, PackForms forms, PackTrial trial, SourceFiles sources) {
        this.desk = desk;
        this.packs = packs;
        this.forms = forms;
        this.trial = trial;
        this.sources = sources;
    }

    @Override
    public Book book() {
        packs.refresh();
        PackDraft draft = desk.read(this::draft);
        PackBase base = packs.base();
        PackEdits.Applied applied = draft.edits().over(base.content());
        PackEdits standing = standing();
        PackValue.Fields stands = standing.over(base.content()).content();
        return new Book(packs.place(), base.content().text("name"), base, desk.pack().id(), packs.versions(), draft, applied.content(), stands, pending(draft.edits(), stands, applied.content()),
                draft.edits().overriding(base.content()), applied.lost(), silent(applied.content()));
    }

    /** Nothing where a draft made under an older program is no longer sound: publishing and trying it say why. */
    private List<Silence> silent(PackValue.Fields drafted) {
        try {
            return Rules.silent(forms.build(draftName(), drafted));
        } catch (UserProblem unsound) {
            return List.of();
        }
    }

    /** What the draft changes about what was published last, each with the reason of the draft. */
    private List<PackEdit> pending(PackEdits edits, PackValue.Fields stands, PackValue.Fields drafted) {
        return PackChange.between(stands, drafted).stream().map(change -> {
            PackEdit made = edits.edits().stream().filter(edit -> edit.path().equals(change.path()) || edit.path().holds(change.path())).findFirst().orElse(null);
            return made == null ? new PackEdit(change, "", "", null) : new PackEdit(change, made.reason(), made.by(), made.at());
        }).toList();
    }

    private PackEdits standing() {
        return packs.versions().isEmpty() ? PackEdits.NONE : packs.versions().getLast().edits();
    }

    private PackDraft draft(Tx tx) {
        return tx.packs().draft(packs.place()).orElseGet(() -> new PackDraft(packs.place(), standing(), null, null, 0));
    }

    @Override
    public RulePack pack(String id) {
        return id.equals(DRAFT) ? drafted(desk.read(this::draft).edits()) : packs.byId(id);
    }

    @Override
    public PackValue.Fields content(String id) {
        return id.equals(DRAFT) ? desk.read(this::draft).edits().over(packs.base().content()).content() : packs.content(id);
    }

    @Override
    public List<PackChange> difference(String from, String to) {
        return PackChange.between(content(from), content(to));
    }

    @Override
    public PackDraft change(PackDraft draft, List<PackChange> changes, String reason) {
        desk.require(Permission.ADMINISTER);
        String why = reason(reason);
        PackValue.Fields shipped = packs.base().content();
        PackValue.Fields content = draft.edits().over(shipped).content();
        for (PackChange change : changes) {
            content = change.in(content).orElseThrow(() -> UserProblem.of("pack.noSuchPlace", packs.base().id(), change.path().toString()));
        }
        PackEdits edits = draft.edits().to(shipped, content, change -> new PackEdit(change, why, desk.actor().name(), desk.clock().instant()));
        checked(draftName(), edits);
        return save(draft.with(edits, desk.clock().instant(), desk.actor().name()), "pack.edit", String.join(" ", changes.stream().map(change -> change.path().toString()).toList()), why);
    }

    @Override
    public CalendarReading readCalendar(Path file, Progress progress) {
        desk.require(Permission.ADMINISTER);
        String sha256 = FileDigest.of(file);
        try (SourceFile source = sources.open(file, progress)) {
            return CalendarIntake.read(source, file.getFileName().toString(), sha256, progress);
        }
    }

    @Override
    public PackDraft takeCalendar(PackDraft draft, CalendarReading reading, String reason) {
        desk.require(Permission.ADMINISTER);
        if (!reading.errors().isEmpty()) {
            throw new UserProblem(reading.errors().stream().map(error -> error.message()).toList());
        }
        if (reading.years().isEmpty()) {
            throw UserProblem.of("calendar.noDay", reading.file());
        }
        String why = reason(reason);
        PackValue.Fields shipped = packs.base().content();
        PackValue.Fields content = draft.edits().over(shipped).content();
        for (Map.Entry<Integer, CalendarReading.Year> year : reading.years().entrySet()) {
            var change = new PackChange(PackPath.of(PackSection.CALENDAR.path(), year.getKey().toString()), null, days(reading, year.getValue()));
            content = change.in(content).orElseThrow(() -> UserProblem.of("pack.noSuchPlace", packs.base().id(), change.path().toString()));
        }
        PackEdits edits = draft.edits().to(shipped, content, change -> new PackEdit(change, why, desk.actor().name(), desk.clock().instant()));
        checked(draftName(), edits);
        return save(draft.with(edits, desk.clock().instant(), desk.actor().name()), "pack.calendar", String.join(" ", reading.years().keySet().stream().map(String::valueOf).toList()),
                reading.file() + " sha256 " + reading.sha256());
    }

    private static PackValue.Fields days(CalendarReading reading, CalendarReading.Year year) {
        String source = year.names().isEmpty() ? reading.file() : String.join("；", reading.file(), String.join("、", year.names()));
        Map<String, PackValue> fields = new LinkedHashMap<>();
        fields.put("source", PackValue.text(source));
        fields.put("verified", PackValue.flag(false));
        fields.put("holidays", members(year.holidays()));
        fields.put("workdays", members(year.workdays()));
        return new PackValue.Fields(fields);
    }

    private static PackValue.Fields members(SortedSet<LocalDate> days) {
        Map<String, PackValue> members = new LinkedHashMap<>();
        days.forEach(day -> members.put(MONTH_AND_DAY.format(day), PackValue.flag(true)));
        return new PackValue.Fields(members);
    }

    @Override
    public PackDraft restore(PackDraft draft, PackPath path) {
        PackValue.Fields shipped = packs.base().content();
        PackValue.Fields stands = standing().over(shipped).content();
        PackValue.Fields content = new PackChange(path, null, PackChange.at(stands, path).orElse(null)).in(draft.edits().over(shipped).content())
                .orElseThrow(() -> UserProblem.of("pack.noSuchPlace", packs.base().id(), path.toString()));
        var all = new ArrayList<>(draft.edits().edits());
        all.addAll(standing().edits());
        PackEdits edits = new PackEdits(all).to(shipped, content);
        checked(draftName(), edits);
        return save(draft.with(edits, desk.clock().instant(), desk.actor().name()), "pack.restore", path.toString(), null);
    }

    @Override
    public PackDraft discard(PackDraft draft) {
        return save(draft.with(standing(), desk.clock().instant(), desk.actor().name()), "pack.discard", packs.place(), null);
    }

    private PackDraft save(PackDraft draft, String action, String object, String note) {
        return desk.write(Permission.ADMINISTER, Changes.Kind.PACK, null, tx -> {
            PackDraft saved = tx.packs().saveDraft(draft);
            tx.audit().append(new AuditEntry(action, "pack " + packs.place() + " " + shortened(object), null, null, note));
            return saved;
        });
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    private static String reason(String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw UserProblem.of("pack.noReason");
        }
        if (why.length() > LONGEST_REASON) {
            throw UserProblem.of("pack.reasonTooLong", LONGEST_REASON);
        }
        return why;
    }

    private String draftName() {
        return packs.place() + DRAFT_VERSION;
    }

    private RulePack drafted(PackEdits edits) {
        return checked(draftName(), edits);
    }

    /** The pack of the edits, after all checks. */
    private RulePack checked(String name, PackEdits edits) {
        PackBase base = packs.base();
        List<Message> refused = edits.edits().stream().filter(edit -> !PackSection.allows(edit.change(), base.content()))
                .map(edit -> Message.of("pack.notEditable", name, edit.path().toString())).toList();
        if (!refused.isEmpty()) {
            throw new UserProblem(refused);
        }
        PackEdits.Applied applied = edits.over(base.content());
        if (!applied.lost().isEmpty()) {
            throw new UserProblem(applied.lost().stream().map(edit -> Message.of("pack.lostEdit", name, edit.path().toString())).toList());
        }
        return forms.build(name, applied.content()).published(base.version() + DRAFT_VERSION, LocalDate.parse(applied.content().text("validFrom")));
    }

    @Override
    public TryOut tryOut(int year, Progress progress) {
        return trial.run(desk.pack(), drafted(desk.read(this::draft).edits()), year, progress);
    }

    @Override
    public TryOut tryOut(Path file, int year, Progress progress) {
        return trial.run(desk.pack(), checked(String.valueOf(file.getFileName()), incoming(file).edits()), year, progress);
    }

    @Override
    public PackVersion publish(PackDraft draft, LocalDate validFrom, String reason) {
        desk.require(Permission.ADMINISTER);
        String why = reason(reason);
        packs.refresh();
        PackBase base = packs.base();
        checked(draftName(), draft.edits());
        PackEdits edits = draft.edits().madeOver(base.content());
        PackValue.Fields content = edits.over(base.content()).content();
        requireNews(content, base, draft);
        requireDay(validFrom);
        int no = packs.versions().isEmpty() ? 1 : packs.versions().getLast().no() + 1;
        var version = new PackVersion(packs.place(), no, base.version(), base.digest(), validFrom, edits, why, desk.clock().instant(), desk.actor().name(), forms.digest(content));
        String before = packs.apply(desk.today()).id();
        desk.write(Permission.ADMINISTER, Changes.Kind.PACK, null, tx -> {
            if (!tx.packs().hasBase(base.place(), base.digest())) {
                tx.packs().addBase(StorePacks.seen(base, desk.clock().instant()));
            }
            tx.packs().publish(version);
            tx.packs().saveDraft(draft.with(edits, version.at(), version.by()));
            tx.audit().append(new AuditEntry("pack.publish", "pack " + version.id() + " " + version.digest(), before, validFrom.toString(), why));
            return null;
        });
        packs.refresh();
        return version;
    }

    private void requireNews(PackValue.Fields content, PackBase base, PackDraft draft) {
        if (PackChange.between(standing().over(base.content()).content(), content).isEmpty() && draft.edits().overriding(base.content()).isEmpty()) {
            throw UserProblem.of("pack.nothingToPublish");
        }
    }

    private void requireDay(LocalDate validFrom) {
        LocalDate first = desk.today();
        if (validFrom == null || validFrom.isBefore(first)) {
            throw UserProblem.of("pack.dayPast", first);
        }
        if (!packs.versions().isEmpty() && validFrom.isBefore(packs.versions().getLast().validFrom())) {
            throw UserProblem.of("pack.dayBefore", packs.versions().getLast().id(), packs.versions().getLast().validFrom());
        }
    }

    @Override
    public void exportTo(String id, Path file) {
        PackBase base = packs.base();
        PackEdits edits;
        String name = id;
        if (id.equals(DRAFT)) {
            edits = desk.read(this::draft).edits();
            name = packs.place() + "@" + base.version() + DRAFT_VERSION;
        } else if (id.equals(base.id())) {
            edits = PackEdits.NONE;
        } else {
            PackVersion version = packs.versions().stream().filter(each -> each.id().equals(id) || PackVersion.id(each.place(), base.version(), each.no()).equals(id)).findFirst()
                    .orElseThrow(() -> UserProblem.of("pack.unknownVersion", id));
            edits = version.edits();
        }
        forms.write(new PackForms.Exchange(packs.place(), name, base.version(), base.digest(), edits), file);
    }

    private PackForms.Exchange incoming(Path file) {
        PackForms.Exchange incoming = forms.read(file);
        if (!incoming.place().equals(packs.place())) {
            throw UserProblem.of("pack.otherPlace", String.valueOf(file.getFileName()), incoming.place(), packs.place());
        }
        return incoming;
    }

    @Override
    public Incoming check(Path file) {
        PackForms.Exchange incoming = incoming(file);
        checked(String.valueOf(file.getFileName()), incoming.edits());
        PackValue.Fields shipped = packs.base().content();
        return new Incoming(incoming.id(), incoming.edits().edits().size(), PackChange.between(standing().over(shipped).content(), incoming.edits().over(shipped).content()),
                incoming.edits().overriding(shipped));
    }

    @Override
    public PackDraft importFrom(Path file) {
        desk.require(Permission.ADMINISTER);
        PackForms.Exchange incoming = incoming(file);
        checked(String.valueOf(file.getFileName()), incoming.edits());
        PackDraft draft = desk.read(this::draft);
        PackEdits edits = incoming.edits().normal(packs.base().content());
        return save(draft.with(edits, desk.clock().instant(), desk.actor().name()), "pack.import", incoming.id(), file.getFileName() + " sha256 " + FileDigest.of(file));
    }
}
