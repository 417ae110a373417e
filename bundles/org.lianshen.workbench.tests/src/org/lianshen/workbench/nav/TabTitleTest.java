package org.lianshen.workbench.nav;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TabTitleTest {

    @Test
    void longNamesGiveWayToOtherTabs() {
        assertEquals("智慧水务监测平台", TabTitle.shortened("智慧水务监测平台"));
        assertEquals("沾化区重大疫情及公共安全应急管理…", TabTitle.shortened("沾化区重大疫情及公共安全应急管理 保障体系建设项目二期（应急救援实训、网上医院部分）"));
        assertEquals("𠮷".repeat(17) + "…", TabTitle.shortened("𠮷".repeat(40)));
    }
}
