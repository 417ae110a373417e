package org.lianshen.model.proposal;

/** 网络安全等级保护 level that the unit proposes. */
public enum ProtectionLevel {
    NONE, L1, L2, L3, L4;

    /** Levels that must be filed with the public security organ (domain.md G2). */
    public boolean filed() {
        return compareTo(L2) >= 0;
    }
}
