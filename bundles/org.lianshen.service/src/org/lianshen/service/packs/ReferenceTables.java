package org.lianshen.service.packs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.lianshen.model.pack.RefCode;

/** Code tables: divisions, economic and functional classification, procurement items, fund natures, indicator types. */
public interface ReferenceTables {

    /** Divisions of Zhejiang and Hunan. */
    String DIVISIONS = "divisions";
    /** 部门预算支出经济分类. */
    String DEPARTMENT_ECONOMIC = "economic-department";
    /** 政府预算支出经济分类. */
    String GOVERNMENT_ECONOMIC = "economic-government";
    /** 支出功能分类. An unknown code is no error: the national list is longer than ours. */
    String FUNCTIONAL = "functional";
    /** The IT part of the procurement catalogue 政府采购品目分类目录(2022). */
    String PROCUREMENT = "procurement";
    /** 资金性质. */
    String FUND_NATURE = "fund-nature";
    /** 政府采购方式. */
    String PROCUREMENT_MODE = "procurement-mode";
    /** Classes of performance indicators. */
    String INDICATOR_TYPES = "indicator-types";

    /** Names of all tables. */
    List<String> names();

    /** All codes of a table, in code order, whatever their validity. @throws IllegalArgumentException if there is no such table */
    List<RefCode> table(String table);

    /** The code as it was valid on a day. */
    Optional<RefCode> find(String table, String code, LocalDate on);

    /** Whether the table knows the code on that day. */
    default boolean known(String table, String code, LocalDate on) {
        return find(table, code, on).isPresent();
    }

    /** The code and its parents, topmost first; empty if the code is not known. */
    List<RefCode> path(String table, String code, LocalDate on);
}
