package org.lianshen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.Waiver;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.ListReading;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItVerdict;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.linkage.rule.Rules;
import org.lianshen.model.linkage.rule.Silence;
import org.lianshen.model.pack.CalendarReading;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.ScoredRow;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewSteps;
import org.lianshen.model.review.TimeLimit;
import org.lianshen.service.ExpertService;
import org.lianshen.service.ReviewService;
import org.lianshen.service.SimilarityService;
import org.lianshen.service.finding.FindingTexts;
import org.lianshen.service.packs.SilentRules;
import org.lianshen.service.text.Texts;

/** The JSON of the command line's contract. Amounts are strings in yuan with two decimals. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Texts texts;

    Json(Texts texts) {
        this.texts = texts;
    }

    static String write(JsonNode json) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    ObjectNode imported(BudgetBatch batch, boolean stored, Optional<VersionDiff> diff) {
        ObjectNode json = head(stored ? batch.id() : null, batch.file(), batch.sha256());
        diff.ifPresent(changes -> changes(json.putObject("changes"), changes));
        ArrayNode sheets = json.putArray("sheets");
        for (SheetReading reading : batch.sheets()) {
            ObjectNode sheet = sheets.addObject().put("name", reading.name());
            reading.headerRows().forEach(sheet.putArray("headerRows")::add);
            sheet.put("kind", reading.kind().name().toLowerCase(java.util.Locale.ROOT));
            sheet.put("unit", reading.unit() == null ? null : reading.unit().word());
            ObjectNode columns = sheet.putObject("columns");
            reading.columns().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(column -> columns.put(column.getKey().json(), column.getValue()));
            sheet.put("rowsRead", reading.rowsRead()).put("rowsImported", stored ? reading.rowsImported() : 0);
            skipped(sheet, reading.skipped());
            errors(sheet, reading.errors());
            ArrayNode totals = sheet.putArray("totals");
            reading.totals().forEach(total -> totals.addObject().put("cell", total.cell()).put("field", total.field().json()).put("stated", total.stated().toString())
                    .put("read", total.read().toString()).put("agrees", total.agrees()));
            ArrayNode notices = sheet.putArray("notices");
            reading.notices().forEach(notice -> notices.add(texts.format(notice)));
        }
        return json;
    }

    private static void changes(ObjectNode json, VersionDiff diff) {
        json.put("before", diff.before().id().toString()).put("same", diff.same()).put("added", diff.added()).put("gone", diff.gone()).put("changed", diff.changed())
                .put("unchanged", diff.unchanged());
        ArrayNode lines = json.putArray("lines");
        for (VersionDiff.LineChange line : diff.lines()) {
            ObjectNode entry = lines.addObject().put("sheet", line.line().sheet()).put("rowBefore", line.before() == null ? null : line.before().row())
                    .put("row", line.after() == null ? null : line.after().row()).put("project", line.line().project());
            ArrayNode cells = entry.putArray("cells");
            line.cells().forEach(cell -> cells.addObject().put("field", cell.field().json()).put("before", cell.before()).put("after", cell.after()));
        }
    }

    ObjectNode imported(LedgerBatch batch, boolean stored) {
        ObjectNode json = head(stored ? batch.id() : null, batch.file(), batch.sha256());
        ObjectNode sheet = json.putArray("sheets").addObject().put("name", batch.sheet());
        batch.headerRows().forEach(sheet.putArray("headerRows")::add);
        sheet.put("rowsRead", batch.rowsRead()).put("rowsImported", stored ? batch.rowsImported() : 0);
        skipped(sheet, batch.skipped());
        errors(sheet, batch.errors());
        return json;
    }

    ObjectNode imported(CatalogueBatch batch, boolean stored) {
        ObjectNode json = head(stored ? batch.id() : null, batch.file(), batch.sha256());
        ArrayNode sheets = json.putArray("sheets");
        for (CatalogueBatch.Sheet reading : batch.sheets()) {
            ObjectNode kinds = list(sheets, reading, stored).putObject("kinds");
            reading.counts().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(count -> kinds.put(count.getKey().json(), count.getValue()));
        }
        return json;
    }

    ObjectNode imported(UsageBatch batch, boolean stored) {
        ObjectNode json = head(stored ? batch.id() : null, batch.file(), batch.sha256());
        ArrayNode sheets = json.putArray("sheets");
        batch.sheets().forEach(reading -> list(sheets, reading, stored));
        return json;
    }

    ObjectNode imported(CalendarReading calendar, boolean stored) {
        ObjectNode json = head(null, calendar.file(), calendar.sha256());
        ArrayNode sheets = json.putArray("sheets");
        calendar.sheets().forEach(reading -> list(sheets, reading, stored));
        ObjectNode years = json.putObject("years");
        calendar.years().forEach((year, days) -> {
            ObjectNode one = years.putObject(year.toString());
            days.holidays().forEach(day -> one.withArray("holidays").add(day.toString()));
            days.workdays().forEach(day -> one.withArray("workdays").add(day.toString()));
        });
        return json;
    }

    ObjectNode imported(ExpertService.Outcome outcome) {
        ObjectNode json = head(null, outcome.file(), outcome.sha256()).put("stored", outcome.stored()).put("new", outcome.added());
        ArrayNode sheets = json.putArray("sheets");
        outcome.sheets().forEach(reading -> list(sheets, reading, outcome.stored()));
        return json;
    }

    private ObjectNode list(ArrayNode sheets, ListReading reading, boolean stored) {
        ObjectNode sheet = sheets.addObject().put("name", reading.name());
        reading.headerRows().forEach(sheet.putArray("headerRows")::add);
        ObjectNode columns = sheet.putObject("columns");
        reading.columns().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(column -> columns.put(column.getKey(), column.getValue()));
        sheet.put("rowsRead", reading.rowsRead()).put("rowsImported", stored ? reading.rowsImported() : 0);
        skipped(sheet, reading.skipped());
        errors(sheet, reading.errors());
        ArrayNode notices = sheet.putArray("notices");
        reading.notices().forEach(notice -> notices.add(texts.format(notice)));
        return sheet;
    }

    private static ObjectNode head(UUID batch, String file, String sha256) {
        return object().put("batch", batch == null ? null : batch.toString()).put("file", file).put("sha256", sha256);
    }

    private void skipped(ObjectNode sheet, java.util.List<SheetReading.SkippedRow> rows) {
        ArrayNode skipped = sheet.putArray("rowsSkipped");
        rows.forEach(row -> skipped.addObject().put("row", row.row()).put("why", texts.format(row.why())));
    }

    private void errors(ObjectNode sheet, java.util.List<SheetReading.CellError> cells) {
        ArrayNode errors = sheet.putArray("errors");
        cells.forEach(error -> errors.addObject().put("cell", error.cell()).put("value", error.value()).put("code", error.code()).put("message", texts.format(error.message())));
    }

    /** @param pack that the run was made under; {@code change} against the run before, where there is one */
    ObjectNode check(CheckRun run, RulePack pack, Map<UUID, BudgetLine> lines, FindingStandings standings, Optional<RunDifference> change) {
        ObjectNode json = object().put("year", run.year()).put("pack", run.pack()).put("asOf", run.asOf().toString()).put("lineCount", run.lines().size());
        json.put("itLineCount", run.lines().stream().filter(line -> line.it().answer() != ItVerdict.Answer.NO).count());
        json.put("linkedCount", run.lines().stream().filter(line -> line.matchedBy().binding()).count());
        ArrayNode findings = json.putArray("findings");
        run.findings().forEach(found -> {
            ObjectNode node = finding(found, lines);
            standing(node, standings.of(found));
            findings.add(node);
        });
        silent(json.putArray("silent"), pack);
        change.ifPresent(difference -> json.putObject("since").put("added", difference.added().size()).put("closed", difference.closed().size())
                .put("changed", difference.changed().size()).put("unchanged", difference.unchanged().size()).put("verdicts", difference.verdicts().size()));
        ArrayNode results = json.putArray("lines");
        run.lines().forEach(result -> results.add(line(result, lines).put("blocked", standings.blocked(result.line()))));
        return json;
    }

    /** Rules that judged nothing, or not all, because the place has not set what they judge by. */
    private void silent(ArrayNode json, RulePack pack) {
        for (Silence silence : Rules.silent(pack)) {
            ObjectNode node = json.addObject().put("rule", silence.rule()).put("whole", silence.whole());
            silence.unset().forEach(node.putArray("unset")::add);
            node.put("message", SilentRules.say(silence, pack, texts));
        }
    }

    private ObjectNode finding(Finding found, Map<UUID, BudgetLine> lines) {
        BudgetLine first = found.lines().isEmpty() ? null : lines.get(found.lines().getFirst());
        ObjectNode json = object().put("rule", found.rule()).put("severity", found.severity().name()).put("unit", found.unit()).put("project", found.projectName())
                .put("reviewNo", found.reviewNo()).put("sheet", first == null ? null : first.sheet()).put("row", first == null ? null : first.row())
                .put("amount", yuan(found.amount())).put("approved", yuan(found.approved())).put("difference", yuan(found.difference()))
                .put("message", texts.format(found.message())).put("matchedBy", found.matchedBy().json()).put("score", found.score());
        ObjectNode evidence = json.putObject("evidence");
        found.evidence().forEach((key, value) -> evidence.put(key.substring(key.lastIndexOf('.') + 1), value));
        return json;
    }

    private static void standing(ObjectNode json, FindingState state) {
        json.put("key", state.id().key()).put("state", state.stage().json()).put("since", state.since().toString()).put("opened", state.opened().toString())
                .put("due", state.due() == null ? null : state.due().toString()).put("overdue", state.overdue()).put("owner", state.owner()).put("letterNo", state.letterNo())
                .put("replied", state.replied()).put("returned", state.returned()).put("blocks", state.blocks());
        Waiver waiver = state.waiver();
        if (waiver != null) {
            ObjectNode node = json.putObject("waiver").put("standing", waiver.standing().name()).put("reason", waiver.reason()).put("until", waiver.until().toString())
                    .put("covered", yuan(waiver.covered()));
            ArrayNode signed = node.putArray("signatures");
            waiver.signatures().forEach(each -> signed.addObject().put("body", each.body()).put("person", each.person()).put("agreed", each.agreed()).put("on", each.on().toString())
                    .put("onBehalf", each.onBehalf()));
            waiver.missing().forEach(node.putArray("missing")::add);
        }
    }

    /** A finding with its state. */
    ObjectNode state(FindingState state) {
        Finding found = state.finding();
        ObjectNode json = object().put("rule", state.id().rule());
        if (found != null) {
            json.put("severity", found.severity().name()).put("unit", found.unit()).put("project", found.projectName()).put("reviewNo", found.reviewNo())
                    .put("amount", yuan(found.amount())).put("approved", yuan(found.approved())).put("difference", yuan(found.difference()))
                    .put("message", texts.format(found.message()));
        }
        json.put("present", state.present());
        standing(json, state);
        return json;
    }

    /** What an act said, in words. */
    static Message said(FindingAct act) {
        return FindingTexts.said(act.step());
    }

    private ObjectNode line(LineResult result, Map<UUID, BudgetLine> lines) {
        BudgetLine line = lines.get(result.line());
        return object().put("sheet", line.sheet()).put("row", line.row()).put("verdict", result.verdict().json()).put("reviewNo", result.reviewNo())
                .put("score", result.score()).put("matchedBy", result.matchedBy().json()).put("id", result.line().toString()).put("unit", line.unit())
                .put("name", line.project()).put("amount", yuan(line.amount()));
    }

    ObjectNode similar(String query, java.util.List<SimilarityService.Hit> hits) {
        ObjectNode json = object().put("query", query);
        ArrayNode list = json.putArray("hits");
        for (SimilarityService.Hit hit : hits) {
            ObjectNode node = list.addObject().put("project", hit.reviewNo() == null ? hit.project().toString() : hit.reviewNo()).put("name", hit.name()).put("unit", hit.unit())
                    .put("score", hit.score()).put("band", hit.band().name().toLowerCase(java.util.Locale.ROOT));
            ArrayNode why = node.putArray("why");
            hit.why().forEach(overlap -> why.addObject().put("mine", overlap.mine()).put("theirs", overlap.theirs()).put("overlap", overlap.overlap()));
            node.put("amount", yuan(hit.amount()));
        }
        return json;
    }

    ObjectNode scores(ScoreSheet sheet) {
        ObjectNode json = object().put("template", sheet.template()).put("total", sheet.total().toPlainString()).put("grade", sheet.grade() == null ? null : sheet.grade().chinese());
        ArrayNode rows = json.putArray("rows");
        for (ScoredRow scored : sheet.rows()) {
            var row = scored.row();
            rows.addObject().put("level1", row.level1()).put("level2", row.level2()).put("level3", row.level3()).put("target", row.target()).put("actual", row.actual())
                    .put("weight", plain(row.weight())).put("score", plain(scored.score())).put("formula", texts.format(scored.formula()))
                    .put("flag", scored.flag() == null ? null : texts.format(scored.flag()));
        }
        ArrayNode warnings = json.putArray("warnings");
        sheet.warnings().forEach(warning -> warnings.add(texts.format(warning.message())));
        return json;
    }

    ObjectNode review(ReviewService.Review review) {
        var state = review.state();
        ObjectNode json = object().put("no", review.proposal().reviewNo()).put("state", state.state().name()).put("stateText", texts.get("review.state." + state.state().name()))
                .put("round", state.round()).put("applied", yuan(state.applied())).put("proposedCut", yuan(state.proposedCut())).put("approved", yuan(state.approved()))
                .put("validUntil", state.validUntil() == null ? null : state.validUntil().toString());
        ArrayNode facts = json.putArray("facts");
        for (ReviewAct act : review.acts()) {
            facts.addObject().put("seq", act.seq()).put("act", act.detail().getClass().getSimpleName()).put("round", act.round()).put("body", act.body())
                    .put("signedBy", act.signedBy()).put("recordedBy", act.recordedBy()).put("onBehalf", act.onBehalf()).put("at", act.at().toString());
        }
        ArrayNode bodies = json.putArray("bodies");
        state.bodies().forEach(body -> {
            ObjectNode one = bodies.addObject().put("body", body.body()).put("standing", body.standing().name()).put("due", body.due() == null ? null : body.due().toString());
            if (body.seat() != null) {
                one.put("name", body.seat().body().name()).put("required", body.seat().required()).put("added", body.seat().added()).put("holder", body.seat().holder())
                        .put("person", body.seat().person());
            }
        });
        steps(state.steps(), json.putObject("steps"));
        ArrayNode open = json.putArray("open");
        state.open().forEach(item -> open.addObject().put("who", item.who()).put("what", texts.format(item.what())).put("due", item.due() == null ? null : item.due().toString())
                .put("overdue", item.overdue()));
        ArrayNode blocked = json.putArray("blockedBy");
        state.blockedBy().forEach(message -> blocked.add(texts.format(message)));
        return json;
    }

    private void steps(ReviewSteps steps, ObjectNode json) {
        if (steps.route() != null) {
            json.put("batch", steps.route().batch().name()).put("simple", steps.route().simple()).put("experts", steps.route().experts()).put("expertsFirst", steps.route().expertsFirst());
            ArrayNode why = json.putArray("why");
            steps.route().why().forEach(message -> why.add(texts.format(message)));
        }
        json.put("closed", steps.closed()).put("workdays", steps.clock().running()).put("workdaysStopped", steps.clock().stopped()).put("reminders", steps.reminders().size());
        if (steps.experts() != null && steps.experts().detail() instanceof ActDetail.ExpertReview review) {
            json.put("expertsConclusion", review.conclusion().name()).put("expertsScore", plain(review.score()));
        }
        if (steps.issuance() != null && steps.issuance().detail() instanceof ActDetail.Issuance letter) {
            json.put("letter", letter.documentNo()).put("letterDate", letter.date().toString());
        }
    }

    ObjectNode board(List<ReviewService.Held> held) {
        ObjectNode json = object().put("tasks", held.size()).put("over", held.stream().filter(ReviewService.Held::over).count());
        ArrayNode rows = json.putArray("held");
        held.forEach(each -> {
            TimeLimit limit = each.limit();
            ObjectNode row = rows.addObject().put("no", each.reviewNo()).put("name", each.name()).put("unit", each.unit()).put("who", each.who()).put("holder", texts.format(each.holder()))
                    .put("what", texts.format(each.what())).put("since", limit.since() == null ? null : limit.since().toString()).put("due", limit.due().toString())
                    .put("left", limit.left()).put("total", limit.total()).put("level", limit.level().name());
            ArrayNode reminders = row.putArray("reminders");
            each.reminders().forEach(reminder -> {
                ArrayNode seen = reminders.addObject().put("at", reminder.at().toString()).put("by", reminder.by()).put("words", reminder.words()).putArray("seen");
                reminder.seen().forEach(sight -> seen.addObject().put("person", sight.person()).put("at", sight.at().toString()));
            });
        });
        return json;
    }

    ObjectNode news(String no, ReviewService.News news) {
        ObjectNode json = object().put("no", no).put("since", news.since() == null ? null : news.since().toString()).put("version", news.version());
        ArrayNode acts = json.putArray("acts");
        news.acts().forEach(act -> acts.addObject().put("seq", act.seq()).put("act", act.detail().getClass().getSimpleName()).put("body", act.body()).put("signedBy", act.signedBy())
                .put("at", act.at().toString()));
        ArrayNode differences = json.putArray("differences");
        news.differences().forEach(each -> differences.addObject().put("place", each.place()).put("label", texts.format(each.label())).put("before", each.before()).put("after", each.after()));
        return json;
    }

    static Map<UUID, BudgetLine> byId(java.util.List<BudgetLine> lines) {
        return lines.stream().collect(Collectors.toMap(BudgetLine::id, Function.identity()));
    }

    static String yuan(Money money) {
        return money == null ? null : money.toString();
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
