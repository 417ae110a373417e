package org.lianshen.model.pack;

/**
 * One line of the check list that a reviewing body fills in (通过/不通过/存疑/不适用).
 *
 * @param code     group letter and number, such as D5
 * @param body     code of the body that answers it
 * @param veto     a 不通过 here, with 不同意 overall, prevents an approval unless the chair overrules in writing
 * @param clauseId clause it rests on; empty where it is our own default
 * @param basis    why it is asked
 * @param verified false: the basis is still to be checked (依据待核实)
 */
public record CheckItem(String code, String body, String text, String textEn, boolean veto, String clauseId, String basis, boolean verified) {

    /** The letter that groups items of one duty. */
    public String group() {
        return code.substring(0, 1);
    }
}
