package org.lianshen.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.PackService.Book;
import org.lianshen.service.PackService.TryOut;
import org.lianshen.service.text.Texts;

/** Rule packs and what a dry run found, for machines. */
record PackJson(Texts texts) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ObjectNode pack(String id, RulePack pack, PackValue.Fields content, Book book) {
        ObjectNode json = Json.object().put("id", id).put("place", book.place()).put("name", pack.name()).put("validFrom", pack.validFrom().toString())
                .put("inForce", book.inForce()).put("shipped", book.shipped().id()).put("shippedDigest", book.shipped().digest());
        ArrayNode versions = json.putArray("versions");
        book.versions().forEach(version -> versions.add(version(version)));
        edits(json.putArray("pending"), book.pending());
        edits(json.putArray("overriding"), book.overriding());
        edits(json.putArray("lost"), book.lost());
        json.set("content", node(content));
        return json;
    }

    ObjectNode version(PackVersion version) {
        ObjectNode json = Json.object().put("id", version.id()).put("no", version.no()).put("validFrom", version.validFrom().toString()).put("reason", version.reason())
                .put("by", version.by()).put("at", version.at().toString()).put("base", version.baseVersion()).put("baseDigest", version.baseDigest())
                .put("digest", version.digest());
        edits(json.putArray("edits"), version.edits().edits());
        return json;
    }

    void edits(ArrayNode into, List<PackEdit> edits) {
        edits.forEach(edit -> into.add(change(edit.change()).put("reason", edit.reason()).put("by", edit.by()).put("at", edit.at() == null ? null : edit.at().toString())));
    }

    void changes(ArrayNode into, List<PackChange> changes) {
        changes.forEach(change -> into.add(change(change)));
    }

    private static ObjectNode change(PackChange change) {
        ObjectNode json = Json.object().put("path", change.path().toString());
        json.set("before", node(change.before()));
        json.set("after", node(change.after()));
        return json;
    }

    private static JsonNode node(PackValue value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case PackValue.Text(String text) -> NODES.textNode(text);
            case PackValue.Flag(boolean on) -> NODES.booleanNode(on);
            case PackValue.Items(List<PackValue> items) -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            case PackValue.Fields(Map<String, PackValue> fields) -> {
                ObjectNode object = NODES.objectNode();
                fields.forEach((name, field) -> object.set(name, node(field)));
                yield object;
            }
        };
    }

    ObjectNode tried(TryOut tried) {
        RunDifference found = tried.findings();
        ObjectNode json = Json.object().put("year", tried.year()).put("current", tried.current()).put("wanted", tried.wanted()).put("lineCount", tried.lineCount());
        ArrayNode rules = json.putArray("rules");
        found.byRule().forEach(rule -> rules.addObject().put("rule", rule.rule()).put("new", rule.added()).put("newAmount", Json.yuan(rule.addedAmount()))
                .put("gone", rule.closed()).put("goneAmount", Json.yuan(rule.closedAmount())).put("changed", rule.changed()).put("unchanged", rule.unchanged()));
        ArrayNode added = json.putArray("new");
        found.added().forEach(finding -> added.add(finding(finding, tried.lines())));
        ArrayNode gone = json.putArray("gone");
        found.closed().forEach(finding -> gone.add(finding(finding, tried.lines())));
        ArrayNode changed = json.putArray("changed");
        found.changed().forEach(change -> {
            ObjectNode node = changed.addObject();
            node.set("before", finding(change.before(), tried.lines()));
            node.set("after", finding(change.after(), tried.lines()));
            ArrayNode aspects = node.putArray("aspects");
            change.aspects().stream().sorted().forEach(aspect -> aspects.add(aspect.name()));
        });
        ArrayNode verdicts = json.putArray("verdicts");
        found.verdicts().forEach(change -> {
            BudgetLine line = tried.lines().get(change.line());
            verdicts.addObject().put("sheet", line.sheet()).put("row", line.row()).put("unit", line.unit()).put("name", line.project()).put("amount", Json.yuan(line.amount()))
                    .put("before", verdict(change.before())).put("after", verdict(change.after())).put("reviewNoBefore", change.before().reviewNo())
                    .put("reviewNoAfter", change.after().reviewNo());
        });
        ArrayNode reviews = json.putArray("reviews");
        tried.reviews().forEach(review -> {
            ObjectNode node = reviews.addObject().put("reviewNo", review.reviewNo()).put("name", review.name()).put("before", review.before().name()).put("after", review.after().name())
                    .put("dueBefore", text(review.dueBefore())).put("dueAfter", text(review.dueAfter()));
            ArrayNode blocked = node.putArray("blockedAfter");
            review.blockedAfter().forEach(message -> blocked.add(texts.format(message)));
        });
        ArrayNode forms = json.putArray("forms");
        tried.forms().forEach(form -> {
            ObjectNode node = forms.addObject().put("name", form.name());
            ArrayNode newly = node.putArray("new");
            form.added().forEach(message -> newly.add(texts.format(message)));
            ArrayNode no = node.putArray("gone");
            form.gone().forEach(message -> no.add(texts.format(message)));
        });
        return json;
    }

    private static String verdict(LineResult result) {
        return result.verdict().json();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private ObjectNode finding(Finding found, Map<UUID, BudgetLine> lines) {
        BudgetLine first = found.lines().isEmpty() ? null : lines.get(found.lines().getFirst());
        return Json.object().put("rule", found.rule()).put("severity", found.severity().name()).put("unit", found.unit()).put("project", found.projectName())
                .put("reviewNo", found.reviewNo()).put("sheet", first == null ? null : first.sheet()).put("row", first == null ? null : first.row())
                .put("amount", Json.yuan(found.amount())).put("approved", Json.yuan(found.approved())).put("difference", Json.yuan(found.difference()))
                .put("message", texts.format(found.message()));
    }
}
