package org.lianshen.review.ui;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.KeyWord;
import org.lianshen.model.exchange.OpinionComparison;
import org.lianshen.model.exchange.OpinionForm;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageFact.Outcome;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.ExchangeService;
import org.lianshen.service.ExchangeService.FormPage;
import org.lianshen.service.ExchangeService.Incoming;
import org.lianshen.service.ExchangeService.KnownKey;
import org.lianshen.service.ExchangeService.Sendable;

/** Packages and keys as tests need them, with a list of what was asked for. */
final class Parcels {

    static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    final List<String> asked = new CopyOnWriteArrayList<>();
    OwnKey own = own("");
    List<PackageFact> facts = List.of();
    List<FormPage> pages = List.of();
    boolean sheet;
    /** Act of the opinion here. */
    UUID mine = new UUID(5, 5);

    static KeyCard card(String body, String holder) {
        String print = String.format("%064x", holder.hashCode() * 7919L & 0xFFFFFFFFL).replace('0', 'b');
        return new KeyCard(print, "04", "huzhou", new UUID(1, holder.hashCode()), body, holder, NOON);
    }

    static OwnKey own(String body) {
        return new OwnKey(card(body, body.isEmpty() ? "联审办" : "王芳"), OwnKey.Protection.ACCOUNT, "");
    }

    static KnownKey known(String body, String holder, KeyWord.Standing standing) {
        KeyCard card = card(body, holder);
        return new KnownKey(card, new KeyWord(new UUID(2, holder.hashCode()), card.fingerprint(), standing, "admin", NOON, standing == KeyWord.Standing.WITHDRAWN ? "U 盘遗失" : ""));
    }

    static PackageFact fact(PackageHeader.Kind kind, boolean sent, String file, Outcome... outcomes) {
        var header = new PackageHeader(UUID.randomUUID(), kind, "huzhou", "huzhou@2026.1", "", new UUID(1, 1), "aa", "bb", "FIN", NOON, LocalDate.of(2026, 12, 20),
                kind == PackageHeader.Kind.RETURN ? new UUID(3, 3) : null);
        var parts = Arrays.stream(outcomes).map(outcome -> new PackageFact.Part(UUID.randomUUID(), "LS-330500-2026-0042", 1, "", null, outcome, List.of(),
                outcome == Outcome.REFUSED ? Message.of("exchange.refuse.superseded", "LS-330500-2026-0042", 1, 2) : null)).toList();
        return new PackageFact(header, sent, file, "ab", "", parts, "qian", NOON);
    }

    private static ActDetail.Opinion opinion(Overall overall, Verdict verdict, String problem) {
        return new ActDetail.Opinion(1, List.of(new CheckAnswer("C1", verdict, problem, "", "")), overall, List.of(new Cut(1, Money.ofWan(8), "单价高于同类项目")), "", "");
    }

    static Incoming incoming() {
        return incoming(new UUID(5, 5));
    }

    static Incoming incoming(UUID mineAct) {
        var mine = opinion(Overall.AGREE_WITH_CHANGES, Verdict.DOUBT, "资金来源未落实到年度，请补充两年的资金筹措方案和主管部门意见");
        var theirs = opinion(Overall.DISAGREE, Verdict.FAIL, "超出今年财力");
        UUID act = new UUID(5, 5);
        var conflict = new Incoming.Project(Reviews.PROPOSAL, "LS-330500-2026-0042", "智慧水务监测平台二期（含防汛防台指挥调度与城市内涝预警能力提升工程）", ReturnedWork.Kind.CONFLICT, null, false,
                new OpinionComparison(null, mine, theirs).fields(), mineAct, act);
        var fits = new Incoming.Project(new UUID(6, 1), "LS-330500-2026-0043", "教育数据共享平台", ReturnedWork.Kind.FITS, null, false, List.of(), null, act);
        var refused = new Incoming.Project(new UUID(6, 2), "LS-330500-2026-0044", "城市运行中心", ReturnedWork.Kind.REFUSED, Message.of("exchange.refuse.superseded", "LS-330500-2026-0044", 1, 2), false,
                List.of(), null, null);
        return new Incoming(fact(PackageHeader.Kind.RETURN, false, "x").header(), known("FIN", "王芳", KeyWord.Standing.TRUSTED),
                List.of(conflict, fits, refused));
    }

    /** An expert's sheet where another is here, both hidden. */
    static Incoming sheets() {
        Message hidden = Message.of("exchange.hidden");
        var points = new OpinionComparison.Field("item:necessity", Message.of("expert.itemName", "必要性", "Necessity"), null, hidden, hidden);
        return new Incoming(fact(PackageHeader.Kind.RETURN, false, "x").header(), known("expert:ZJ0007", "赵教授", KeyWord.Standing.TRUSTED),
                List.of(new Incoming.Project(Reviews.PROPOSAL, "LS-330500-2026-0042", "智慧水务监测平台二期", ReturnedWork.Kind.CONFLICT, null, true, List.of(points), new UUID(5, 5), new UUID(5, 6))));
    }

    static FormPage page(Message against) {
        return new FormPage("LS-330500-2026-0042", "智慧水务监测平台二期", new OpinionForm.FilledPage(Reviews.PROPOSAL, "LS-330500-2026-0042", "王芳", opinion(Overall.DISAGREE, Verdict.FAIL, "超出财力")), against);
    }

    ExchangeService service() {
        return (ExchangeService) Proxy.newProxyInstance(ExchangeService.class.getClassLoader(), new Class<?>[] {ExchangeService.class}, (proxy, method, args) -> {
            String name = method.getName();
            if (args != null) {
                asked.add(name + " " + Arrays.stream(args).filter(arg -> arg != null && !(arg instanceof org.lianshen.service.Progress)).map(Parcels::said).toList());
            }
            return switch (name) {
                case "ownKey" -> Optional.ofNullable(own);
                case "packages" -> facts;
                case "keys" -> List.of(known("FIN", "王芳", KeyWord.Standing.TRUSTED), known("PSB", "李雷", KeyWord.Standing.UNVERIFIED), known("CAC", "韩梅梅", KeyWord.Standing.WITHDRAWN));
                case "sendable" -> "FIN".equals(args[0]) || "expert:ZJ0007".equals(args[0]) ? List.of(new Sendable(Reviews.PROPOSAL, "LS-330500-2026-0042", "智慧水务监测平台二期", "市水利局", LocalDate.of(2026, 11, 27), false, null)) : List.of();
                case "export", "exportForm", "answer", "open" -> fact(PackageHeader.Kind.REVIEW, true, "x", Outcome.SENT);
                case "compare" -> sheet ? sheets() : incoming(mine);
                case "merge", "takeForm" -> fact(PackageHeader.Kind.RETURN, false, "x", Outcome.CHOSEN_MINE, Outcome.TAKEN, Outcome.REFUSED);
                case "readForm" -> pages;
                case "makeKey" -> own;
                case "trust", "importCard", "withdraw" -> known("PSB", "李雷", KeyWord.Standing.TRUSTED);
                default -> null;
            };
        });
    }

    private static String said(Object arg) {
        return arg instanceof java.nio.file.Path path ? path.getFileName().toString() : arg instanceof char[] ? "(password)" : String.valueOf(arg);
    }
}
