package org.lianshen.model.pack;

import java.util.Set;

/**
 * A department that countersigns in the joint review.
 *
 * @param code       stable ASCII code, such as DATA, DRC, FIN, CAC, PSB, CRYPTO, AUDIT, GOVOFF
 * @param name       full name 市委宣传部(市委网信办)
 * @param shortName  name on lists 网信
 * @param nameEn     English name of the duty
 * @param unitCode   code in the pack's unit table
 * @param kind       what the body is responsible for
 * @param lead       true for the body that leads the joint review 牵头
 * @param required   an opinion must be there before the countersigning can close
 * @param votes      takes part in the vote of the joint meeting
 * @param checkGroups letters of the check item groups that it answers (D, F, C, W, G, M, B, A, R)
 * @param clauseId   clause that names the body; empty where it is our own default
 */
public record ReviewBody(String code, String name, String shortName, String nameEn, String unitCode, Kind kind, boolean lead, boolean required,
        boolean votes, Set<String> checkGroups, String clauseId) {

    /** What the body answers for, independent of what the office is called locally. */
    public enum Kind {
        DATA, PLANNING, FINANCE, CYBERSPACE, POLICE, CIPHER, AUDIT, OFFICE, ARCHIVES
    }

    public ReviewBody {
        checkGroups = Set.copyOf(checkGroups);
    }
}
