package org.lianshen.service.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.expert.Expertise;

/** Columns of a list of experts. */
enum ExpertHead implements ListHead {
    NO, NAME, UNIT, FORMER, TITLE, FIELDS, PHONE, ID_TAIL, BANK, STATE, VENDORS, RELATIVES, AUTHORED, NOTE;

    private static final Map<Expertise, List<String>> FIELD_WORDS = Map.of(Expertise.SOFTWARE, List.of("软件", "software"), Expertise.NETWORK, List.of("网络", "network"),
            Expertise.SECURITY, List.of("安全", "等保", "security"), Expertise.CIPHER, List.of("密码", "商密", "密评", "cipher"), Expertise.DATA, List.of("数据", "data"),
            Expertise.COST, List.of("造价", "概算", "cost"), Expertise.BUSINESS, List.of("业务", "business"), Expertise.FINANCE, List.of("财务", "财政", "会计", "finance"));

    @Override
    public Form form() {
        return this == NO || this == PHONE || this == ID_TAIL || this == BANK ? Form.CODE : Form.TEXT;
    }

    /** The fields that the words name; null where a word names none. 网络安全 is security, not network. */
    static Set<Expertise> fields(List<String> words) {
        var fields = EnumSet.noneOf(Expertise.class);
        for (String word : words) {
            String plain = HeadText.squeeze(word);
            Expertise known = plain.contains("网络安全") ? Expertise.SECURITY : Arrays.stream(Expertise.values())
                    .filter(field -> FIELD_WORDS.get(field).stream().anyMatch(plain::contains)).findFirst().orElse(null);
            if (known == null) {
                return null;
            }
            fields.add(known);
        }
        return fields;
    }

    static HeadWords<ExpertHead> words() {
        return new HeadWords<ExpertHead>(head -> false)
                .add(NO, "专家编号", "专家编码", "专家号", "编号")
                .add(NAME, "姓名", "专家姓名", "专家", "名字", "name")
                .add(UNIT, "工作单位", "单位", "单位名称", "现工作单位", "所在单位", "任职单位", "unit")
                .add(FORMER, "曾任职单位", "曾工作单位", "原工作单位", "原单位", "历任单位", "工作经历")
                .add(TITLE, "职称", "技术职称", "专业技术职称", "职务职称", "职务", "title")
                .add(FIELDS, "专业", "专业领域", "领域", "评审专业", "评审领域", "专业类别", "从事专业", "擅长领域", "field", "fields")
                .add(PHONE, "电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "phone")
                .add(ID_TAIL, "身份证后四位", "身份证尾号", "身份证号后四位", "证件尾号", "身份证号", "身份证号码")
                .add(BANK, "银行账号", "银行卡号", "账号", "卡号", "开户行及账号", "银行账户")
                .add(STATE, "状态", "在库状态", "是否在库", "是否启用")
                .add(VENDORS, "利益关联企业", "关联企业", "关联厂商", "利害关系单位", "参股企业")
                .add(RELATIVES, "亲属", "近亲属", "回避亲属", "亲属姓名")
                .add(AUTHORED, "参与编制项目", "编写项目", "参与项目", "编制项目")
                .add(NOTE, "备注", "说明");
    }
}
