package org.lianshen.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.ReviewService;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** Acts of the workflow and the state that follows from them. */
final class ReviewCommands {

    private ReviewCommands() {
    }

    enum Word {
        agree(Overall.AGREE), changes(Overall.AGREE_WITH_CHANGES), disagree(Overall.DISAGREE), none(Overall.NO_DUTY), recused(Overall.RECUSED);

        private final Overall overall;

        Word(Overall overall) {
            this.overall = overall;
        }
    }

    @CommandLine.Command(name = "act", description = {"one act of the workflow  办理",
        "as the lead body: --accept [--batch …], --return PLACE=PROBLEM, --suggest-rejection REASON, --ask UNIT, --remind BODY, --experts …, --summarise, --conclude …, --issue NUMBER, "
            + "--verify N --evidence TEXT",
        "as any body: --opinion agree|changes|disagree|none|recused, --withdraw-opinion REASON, --pass-to BODY; for the unit: --withdraw REASON"})
    static final class Act implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "NO")
        String no;
        @CommandLine.Option(names = "--as", paramLabel = "DEPARTMENT", required = true, description = "code or name of the reviewing body")
        String as;
        @CommandLine.ArgGroup(multiplicity = "1")
        What what;
        @CommandLine.Option(names = "--fail", paramLabel = "ITEM=PROBLEM", description = "check item that does not pass; may be repeated")
        Map<String, String> failed = new LinkedHashMap<>();
        @CommandLine.Option(names = "--doubt", paramLabel = "ITEM=PROBLEM", description = "check item in doubt; may be repeated")
        Map<String, String> doubts = new LinkedHashMap<>();
        @CommandLine.Option(names = "--cut", paramLabel = "LINE=YUAN", description = "proposed cut on an estimate line; may be repeated")
        Map<Integer, String> cuts = new LinkedHashMap<>();
        @CommandLine.Option(names = "--remark", paramLabel = "TEXT")
        String remark = "";
        @CommandLine.Option(names = "--signed-by", paramLabel = "NAME", description = "who signed on paper, when the opinion is entered for another body")
        String signedBy;
        @CommandLine.Option(names = "--scan", paramLabel = "FILE", description = "the scanned paper")
        Path scan;
        @CommandLine.Option(names = "--batch", paramLabel = "annual|supplement|urgent", description = "for --accept")
        Batch batch = Batch.ANNUAL;
        @CommandLine.Option(names = "--due", paramLabel = "DATE", description = "for --ask; without it as many working days as the other bodies have")
        LocalDate due;
        @CommandLine.Option(names = "--to-person", paramLabel = "ACCOUNT", description = "for --pass-to: one person of that body")
        String person;
        @CommandLine.Option(names = "--score", paramLabel = "POINTS", description = "for --experts: average out of 100")
        BigDecimal score;
        @CommandLine.Option(names = "--approved", paramLabel = "YUAN", description = "for --conclude")
        String approved;
        @CommandLine.Mixin
        ApprovedLines lines = new ApprovedLines();
        @CommandLine.Option(names = "--condition", paramLabel = "TEXT|OWNER|DATE", description = "for --conclude conditional; may be repeated")
        List<String> conditions = List.of();
        @CommandLine.Option(names = "--date", paramLabel = "DATE", description = "for --issue; without it today")
        LocalDate date;
        @CommandLine.Option(names = "--evidence", paramLabel = "TEXT", description = "for --verify")
        String evidence = "";

        static final class What {
            @CommandLine.Option(names = "--accept", description = "countersigning begins in all bodies")
            boolean accept;
            @CommandLine.Option(names = "--return", paramLabel = "PLACE=PROBLEM", description = "back to the unit, one list of everything")
            Map<String, String> returned;
            @CommandLine.Option(names = "--opinion", paramLabel = "agree|changes|disagree|none|recused")
            Word opinion;
            @CommandLine.Option(names = "--withdraw-opinion", paramLabel = "REASON")
            String withdrawOpinion;
            @CommandLine.Option(names = "--suggest-rejection", paramLabel = "REASON", description = "to the meeting without countersigning")
            String reject;
            @CommandLine.Option(names = "--ask", paramLabel = "UNIT", description = "code or name of another unit whose opinion is waited for; the reason is --remark")
            String ask;
            @CommandLine.Option(names = "--pass-to", paramLabel = "BODY", description = "the task goes to another body, or with --to-person to one person; the reason is --remark")
            String passTo;
            @CommandLine.Option(names = "--remind", paramLabel = "BODY|unit", description = "reminds whoever is waited for; words are --remark")
            String remind;
            @CommandLine.Option(names = "--experts", paramLabel = "agree|changes|disagree", description = "the experts' conclusion; the summary is --remark")
            Word experts;
            @CommandLine.Option(names = "--summarise", description = "countersigning is closed")
            boolean summarise;
            @CommandLine.Option(names = "--conclude", paramLabel = "approved|conditional|returned", description = "decision without a meeting, where countersigning suffices")
            DecisionKind conclude;
            @CommandLine.Option(names = "--issue", paramLabel = "NUMBER", description = "signs the review letter with this number: the decision is told to the unit")
            String issue;
            @CommandLine.Option(names = "--withdraw", paramLabel = "REASON", description = "the unit gives the project up before it is decided")
            String withdraw;
            @CommandLine.Option(names = "--verify", paramLabel = "N", description = "condition N of the decision is fulfilled")
            Integer verify;
        }

        Act(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                Proposal proposal = session.proposals().byReviewNo(no);
                ReviewService.Review review = done(session, proposal);
                run.result(new Json(run.texts()).review(review));
                run.say("cli.reviewState", no, run.text("review.state." + review.state().state().name()));
                return Exit.OK;
            });
        }

        private ReviewService.Review done(Session session, Proposal proposal) {
            String body = waitedFor(session, proposal.id(), as);
            if (what.accept) {
                return session.reviews().accept(proposal.id(), batch);
            }
            if (what.opinion == null && what.returned == null && what.withdrawOpinion == null && what.verify == null) {
                return round(session, proposal.id(), body);
            }
            if (what.returned != null) {
                var items = new ArrayList<ReturnItem>();
                what.returned.forEach((place, problem) -> items.add(new ReturnItem(items.size() + 1, place, problem, remark, "")));
                return session.reviews().sendBack(proposal.id(), new ActDetail.Return(items));
            }
            if (what.withdrawOpinion != null) {
                return session.reviews().withdrawOpinion(proposal.id(), body, what.withdrawOpinion);
            }
            if (what.verify != null) {
                return session.reviews().verify(proposal.id(), what.verify, true, evidence);
            }
            ActDetail.Opinion opinion = opinion(session, proposal, body);
            return signedBy == null ? session.reviews().sign(proposal.id(), body, opinion) : session.reviews().record(proposal.id(), body, opinion, signedBy, scan);
        }

        private ReviewService.Review round(Session session, UUID id, String body) {
            ReviewService reviews = session.reviews();
            if (what.reject != null) {
                return reviews.suggestRejection(id, what.reject);
            }
            if (what.withdraw != null) {
                session.proposals().withdraw(id, what.withdraw);
                return reviews.get(id);
            }
            if (what.ask != null) {
                return reviews.ask(id, unit(session, what.ask), due, remark);
            }
            if (what.passTo != null) {
                return reviews.transfer(id, body, body(session, what.passTo), person, remark);
            }
            if (what.remind != null) {
                return reviews.remind(id, "unit".equals(what.remind) ? what.remind : waitedFor(session, id, what.remind), remark);
            }
            if (what.experts != null) {
                return reviews.enterExperts(id, what.experts.overall, score, remark);
            }
            if (what.summarise) {
                return reviews.summarise(id, remark);
            }
            if (what.conclude != null) {
                return reviews.conclude(id, what.conclude, approved == null ? null : amount(approved), lines.read(), MeetingCommands.conditions(conditions), remark);
            }
            session.documents().sign(PaperCommands.letter(session, id), what.issue, date == null ? session.today() : date);
            return reviews.get(id);
        }

        private ActDetail.Opinion opinion(Session session, Proposal proposal, String body) {
            List<CheckItem> items = session.pack().checkItems(body);
            var known = items.stream().map(CheckItem::code).toList();
            var named = new ArrayList<>(failed.keySet());
            named.addAll(doubts.keySet());
            named.stream().filter(item -> !known.contains(item)).findFirst().ifPresent(item -> {
                throw UserProblem.of("cli.noCheckItem", item, body, known);
            });
            List<CheckAnswer> answers = items.stream().map(this::answer).toList();
            List<Cut> proposed = cuts.entrySet().stream().map(cut -> new Cut(cut.getKey(), amount(cut.getValue()), remark)).toList();
            return new ActDetail.Opinion(proposal.latest().no(), answers, what.opinion.overall, proposed, "", remark);
        }

        private CheckAnswer answer(CheckItem item) {
            if (failed.containsKey(item.code())) {
                return new CheckAnswer(item.code(), Verdict.FAIL, failed.get(item.code()), "", "");
            }
            return doubts.containsKey(item.code()) ? new CheckAnswer(item.code(), Verdict.DOUBT, doubts.get(item.code()), "", "")
                    : new CheckAnswer(item.code(), Verdict.PASS, "", "", "");
        }
    }

    @CommandLine.Command(name = "show", description = "the state, with the facts it was computed from  办理情况")
    static final class Show implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "NO")
        String no;

        Show(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                UUID id = session.proposals().byReviewNo(no).id();
                var json = new Json(run.texts()).review(session.reviews().get(id));
                run.result(json);
                run.sayPlain(Json.write(json));
                return Exit.OK;
            });
        }
    }

    /** Code of a body or of a unit of the place, given by code or name. */
    static String unit(Session session, String typed) {
        return session.pack().bodies().stream().filter(body -> typed.equalsIgnoreCase(body.code()) || typed.equals(body.name()) || typed.equals(body.shortName())).map(ReviewBody::code)
                .findFirst().or(() -> session.pack().units().stream().filter(unit -> typed.equals(unit.code()) || typed.equals(unit.name()) || unit.aliases().contains(typed))
                        .map(UnitRecord::code).findFirst()).orElseThrow(() -> UserProblem.of("cli.noUnit", typed));
    }

    /** Code of a body of the pack, or of a unit that was asked besides in this round. */
    private static String waitedFor(Session session, UUID id, String typed) {
        List<String> units = session.pack().units().stream().filter(unit -> typed.equals(unit.code()) || typed.equals(unit.name()) || unit.aliases().contains(typed))
                .map(UnitRecord::code).toList();
        return session.reviews().get(id).state().bodies().stream().filter(status -> status.seat() != null && status.seat().added()).map(BodyStatus::body)
                .filter(code -> typed.equals(code) || units.contains(code)).findFirst().orElseGet(() -> body(session, typed));
    }

    /** An amount in yuan as typed. */
    static Money amount(String typed) {
        try {
            return Money.parseYuan(typed.replace(",", ""));
        } catch (ArithmeticException | NumberFormatException e) {
            throw UserProblem.because(e, "cli.noAmount", typed);
        }
    }

    /** Code of a body given by code, name or short name. */
    static String body(Session session, String typed) {
        return session.pack().bodies().stream().filter(body -> typed.equalsIgnoreCase(body.code()) || typed.equals(body.name()) || typed.equals(body.shortName())).findFirst()
                .orElseThrow(() -> UserProblem.of("cli.noBody", typed, session.pack().bodies().stream().map(body -> body.code() + " " + body.name()).toList())).code();
    }
}
