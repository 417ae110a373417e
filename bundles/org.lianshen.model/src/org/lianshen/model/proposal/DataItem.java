package org.lianshen.model.proposal;

/** A data resource that the project brings or needs: {@code shareType} 无条件 / 有条件 / 不予, {@code grade} L1–L4. */
public record DataItem(String name, boolean needed, String fields, String shareType, String reason, String cycle, String grade) {
}
