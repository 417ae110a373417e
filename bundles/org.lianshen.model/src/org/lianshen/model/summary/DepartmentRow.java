package org.lianshen.model.summary;

/**
 * A row of 分部门汇总. @param department null in the row of all
 * @param unit null where the row is the sum of a department or of all
 */
public record DepartmentRow(String department, String unit, Sums sums) {

    public boolean sum() {
        return unit == null;
    }
}
