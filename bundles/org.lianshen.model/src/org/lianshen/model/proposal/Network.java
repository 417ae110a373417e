package org.lianshen.model.proposal;

/** The network that a system runs on. Secret networks have no place here: such projects go another route and are refused. */
public enum Network {
    /** 政务外网 */ GOVERNMENT,
    /** 互联网 */ INTERNET,
    /** 部门专网: needs a reason */ PRIVATE
}
