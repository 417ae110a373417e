package org.lianshen.office.out;

import java.util.List;

/**
 * The typefaces of an official paper, each with the names it goes by and what may stand in for it, best first (domain.md §3.8). Names are those inside the font
 * files: full names or PostScript names, upper and lower case being the same.
 */
enum Face {

    /** 仿宋: body. */
    FANGSONG("仿宋_GB2312", List.of("FangSong_GB2312"),
            List.of("仿宋", "FangSong", "华文仿宋", "STFangsong", "方正仿宋_GBK", "FZFSK--GBK1-0", "方正仿宋简体", "FZFSJW--GB1-0", "FandolFang R", "FandolFang-Regular", "NotoSerifCJKsc-Regular",
                    "SourceHanSerifSC-Regular", "SourceHanSerifCN-Regular", "宋体", "SimSun", "STSong", "UMingCN", "AR PL UMing CN", "NotoSerifCJKjp-Regular")),
    /** 黑体: first headings, 出席. */
    HEITI("黑体", List.of("SimHei"),
            List.of("华文黑体", "STHeiti", "FandolHei-Regular", "NotoSansCJKsc-Medium", "NotoSansCJKsc-Bold", "SourceHanSansSC-Medium", "SourceHanSansSC-Bold",
                    "SourceHanSansCN-Medium", "微软雅黑", "MicrosoftYaHei", "DengXian", "WenQuanYiZenHei", "WenQuanYi Zen Hei", "NotoSansCJKsc-Regular", "NotoSansCJKjp-Bold")),
    /** 楷体: second headings. */
    KAITI("楷体_GB2312", List.of("KaiTi_GB2312"),
            List.of("楷体", "KaiTi", "华文楷体", "STKaiti", "方正楷体_GBK", "FZKTK--GBK1-0", "方正楷体简体", "FZKTJW--GB1-0", "FandolKai-Regular", "UKaiCN", "AR PL UKai CN", "仿宋", "FangSong",
                    "NotoSerifCJKsc-Regular", "SourceHanSerifSC-Regular", "SourceHanSerifCN-Regular", "宋体", "SimSun", "UMingCN", "NotoSerifCJKjp-Regular")),
    /** 小标宋: red head and title. */
    TITLE("方正小标宋简体", List.of("FZXBSJW--GB1-0", "FZXiaoBiaoSong-B05S"),
            List.of("方正小标宋_GBK", "FZXBSK--GBK1-0", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong", "NotoSerifCJKsc-Bold", "NotoSerifCJKsc-SemiBold", "SourceHanSerifSC-Bold",
                    "SourceHanSerifCN-Bold", "宋体", "SimSun", "STSong", "UMingCN", "AR PL UMing CN", "NotoSerifCJKjp-Bold")),
    /** 宋体: page numbers. */
    SONG("宋体", List.of("SimSun", "NSimSun"),
            List.of("华文宋体", "STSong", "NotoSerifCJKsc-Regular", "SourceHanSerifSC-Regular", "SourceHanSerifCN-Regular", "UMingCN", "AR PL UMing CN", "NotoSerifCJKjp-Regular"));

    private final String word;
    private final List<String> names;
    private final List<String> substitutes;

    Face(String word, List<String> names, List<String> substitutes) {
        this.word = word;
        this.names = names;
        this.substitutes = substitutes;
    }

    /** The name that a Word document asks for. */
    String word() {
        return word;
    }

    /** Other names of the very same font. */
    List<String> names() {
        return names;
    }

    List<String> substitutes() {
        return substitutes;
    }
}
