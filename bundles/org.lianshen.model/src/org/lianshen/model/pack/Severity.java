package org.lianshen.model.pack;

/** How heavy a finding or a check is: {@code E} blocks, {@code W} needs a typed reply, {@code I} informs. */
public enum Severity {
    /** 禁止: a budget line so marked must not enter the budget; a proposal so marked cannot be submitted. */
    E,
    /** 预警: needs a reply that the next reader sees. */
    W,
    /** 提示: nothing has to be done. */
    I
}
