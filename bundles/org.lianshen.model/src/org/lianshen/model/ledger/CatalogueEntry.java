package org.lianshen.model.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * One thing that exists already, from the catalogues that units keep beside the ledger (一体化数字资源系统 IRS, 系统总目录, 算力模型一本账, lists of purchased data and of
 * assets). Blank texts are empty, never null.
 *
 * @param code       number in the catalogue it comes from
 * @param unit       unit that owns, runs or bought it
 * @param reviewNo   联审编号 of the project that built it
 * @param replacedBy review number or name of the project that takes its place
 * @param amount     what it cost, or null
 * @param since      in use, registered or bought since, or null
 * @param until      last day of a licence, subscription or report, or null
 * @param state      as written: 在用, 停用, 已处置 …
 * @param sharing    for whom purchased data is meant, or how data is shared: 全市共用, 本单位, 无条件共享 …
 * @param content    functions, data items or models, one each
 */
public record CatalogueEntry(UUID id, Kind kind, String code, String name, String unitCode, String unit, String reviewNo, String replacedBy, String supplier,
        Money amount, LocalDate since, LocalDate until, String state, String sharing, List<String> content, String note) {

    /** What is catalogued; {@link #json} is its word on the command line, its name a text {@code catalogue.kind.NAME}. */
    public enum Kind {
        /** 应用系统 */ SYSTEM("system"),
        /** 共性组件 */ COMPONENT("component"),
        /** 数据资源 */ DATA("data"),
        /** 采购数据 */ DATA_PURCHASE("purchase"),
        /** 算力与模型 */ MODEL("model"),
        /** 资产 */ ASSET("asset");

        private final String json;

        Kind(String json) {
            this.json = json;
        }

        public String json() {
            return json;
        }
    }

    public CatalogueEntry {
        code = text(code);
        name = text(name);
        unitCode = text(unitCode);
        unit = text(unit);
        reviewNo = text(reviewNo);
        replacedBy = text(replacedBy);
        supplier = text(supplier);
        state = text(state);
        sharing = text(sharing);
        content = List.copyOf(content);
        note = text(note);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    /** What makes two rows of different lists the same thing: kind and number, without a number kind, unit and name. */
    public String key() {
        return kind + "|" + (code.isBlank() ? "name:" + unit + "|" + name : "code:" + code.strip());
    }

    public CatalogueEntry withId(UUID other) {
        return new CatalogueEntry(other, kind, code, name, unitCode, unit, reviewNo, replacedBy, supplier, amount, since, until, state, sharing, content, note);
    }
}
