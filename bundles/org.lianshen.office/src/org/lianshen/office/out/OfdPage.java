package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import org.lianshen.office.out.Line.Glyph;
import org.lianshen.office.out.PaperPage.Ink;
import org.ofdrw.core.basicStructure.doc.CT_PageArea;
import org.ofdrw.core.basicStructure.pageObj.Content;
import org.ofdrw.core.basicStructure.pageObj.Page;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.Type;
import org.ofdrw.core.basicStructure.pageObj.layer.block.PathObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.graph.pathObj.AbbreviatedData;
import org.ofdrw.core.pageDescription.color.color.CT_Color;
import org.ofdrw.core.text.CT_CGTransform;
import org.ofdrw.core.text.TextCode;

/** A laid out page as a page of an OFD file (GB/T 33190-2016 chapters 7, 9 and 11): millimetres from the upper left corner, texts as texts, each glyph at its place. */
final class OfdPage {

    private static final double MM = 25.4 / 72;
    private static final double TINY = 0.0005;
    /** Above and below the baseline, in em: room for every glyph, since a reader may cut off what leaves the boundary. */
    private static final double ABOVE = 1;
    private static final double BELOW = 0.3;

    private final PaperPage page;
    private final OfdFonts fonts;
    private final LongSupplier ids;

    OfdPage(PaperPage page, OfdFonts fonts, LongSupplier ids) {
        this.page = page;
        this.fonts = fonts;
        this.ids = ids;
    }

    /** @param watermark word that stands behind all, or null */
    Page content(Line watermark) {
        Content content = new Content();
        if (watermark != null) {
            CT_Layer behind = layer(Type.Background);
            watermark(behind, watermark);
            content.addLayer(behind);
        }
        CT_Layer body = layer(Type.Body);
        page.shades().forEach(shade -> body.addPageBlock(shade(shade)));
        page.rules().forEach(rule -> body.addPageBlock(rule(rule)));
        page.texts().forEach(text -> text(body, text));
        content.addLayer(body);
        return new Page().setArea(new CT_PageArea().setPhysicalBox(box(0, 0, page.frame().pageWidth, page.frame().pageHeight))).setContent(content);
    }

    private CT_Layer layer(Type type) {
        CT_Layer layer = new CT_Layer().setType(type);
        layer.setObjID(new ST_ID(ids.getAsLong()));
        return layer;
    }

    private PathObject shade(PaperPage.Shade shade) {
        PathObject path = new PathObject(new ST_ID(ids.getAsLong()));
        path.setBoundary(box(shade.x(), shade.y(), shade.width(), shade.height()));
        double width = round(shade.width());
        double height = round(shade.height());
        path.setStroke(false).setFill(true).setFillColor(grey(PaperInk.SHADE)).setAbbreviatedData(new AbbreviatedData().M(0, 0).L(width, 0).L(width, height).L(0, height).C());
        return path;
    }

    private PathObject rule(PaperPage.Rule rule) {
        double half = rule.thickness() / 2;
        PathObject path = new PathObject(new ST_ID(ids.getAsLong()));
        path.setBoundary(box(rule.x1() - half, rule.y1() - half, rule.x2() - rule.x1() + rule.thickness(), rule.y2() - rule.y1() + rule.thickness()));
        path.setLineWidth(round(rule.thickness()));
        path.setStrokeColor(ink(rule.ink()))
                .setAbbreviatedData(new AbbreviatedData().M(round(half), round(half)).L(round(half + rule.x2() - rule.x1()), round(half + rule.y2() - rule.y1())));
        return path;
    }

    /** Neighbours of one font make one object. A character outside the basic plane stands alone, for readers differ in how many places such a one takes. */
    private void text(CT_Layer layer, PaperPage.Text text) {
        List<Glyph> glyphs = text.line().glyphs();
        int start = 0;
        while (start < glyphs.size()) {
            OfdFonts.Key key = fonts.key(glyphs.get(start));
            int end = start + 1;
            while (end < glyphs.size() && basic(glyphs.get(end - 1)) && basic(glyphs.get(end)) && key.equals(fonts.key(glyphs.get(end)))) {
                end++;
            }
            layer.addPageBlock(run(text, glyphs.subList(start, end), key));
            start = end;
        }
    }

    private boolean basic(Glyph glyph) {
        return Character.isBmpCodePoint(fonts.shown(glyph));
    }

    private TextObject run(PaperPage.Text text, List<Glyph> glyphs, OfdFonts.Key key) {
        double size = text.size();
        double along = glyphs.getFirst().x() * text.scale();
        double length = (glyphs.getLast().x() - glyphs.getFirst().x() + size) * text.scale();
        TextObject object = object(key, size);
        object.setFillColor(ink(text.ink()));
        if (text.turned()) {
            object.setBoundary(box(text.x() - BELOW * size, text.baseline() + along, (ABOVE + BELOW) * size, length));
            object.setCTM(new ST_Array(0, text.scale(), -1, 0, round(BELOW * size), 0));
            code(object, glyphs, key, 0);
            return object;
        }
        object.setBoundary(box(text.x() + along, text.baseline() - ABOVE * size, length, (ABOVE + BELOW) * size));
        if (text.scale() < 1) {
            object.setCTM(new ST_Array(text.scale(), 0, 0, 1, 0, 0));
        }
        code(object, glyphs, key, ABOVE * size);
        return object;
    }

    private TextObject object(OfdFonts.Key key, double size) {
        TextObject object = new TextObject(ids.getAsLong());
        object.setFont(fonts.used(key).id());
        object.setSize(round(size));
        return object;
    }

    private void code(TextObject object, List<Glyph> glyphs, OfdFonts.Key key, double baseline) {
        var shown = new StringBuilder();
        glyphs.forEach(glyph -> shown.appendCodePoint(fonts.shown(glyph)));
        TextCode code = new TextCode().setContent(shown.toString()).setCoordinate(0.0, round(baseline));
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < glyphs.size(); i++) {
            // From rounded places, so that the roundings do not add up over the line.
            steps.add(thousandths(round(glyphs.get(i).x() - glyphs.getFirst().x()) - round(glyphs.get(i - 1).x() - glyphs.getFirst().x())));
        }
        if (!steps.isEmpty()) {
            code.setDeltaX(steps.toArray(Double[]::new));
        }
        int first = fonts.shown(glyphs.getFirst());
        if (!Character.isBmpCodePoint(first)) {
            fonts.used(key).subset().ifPresent(subset -> object.addCGTransform(
                    new CT_CGTransform().setCodePosition(0).setCodeCount(1).setGlyphCount(1).setGlyphs(new ST_Array(subset.glyphs().get(first)))));
        }
        object.addTextCode(code);
    }

    /** Through the middle of the page, up to the right. */
    private void watermark(CT_Layer layer, Line line) {
        OfdFonts.Key key = fonts.key(line.glyphs().getFirst());
        TextObject object = object(key, PaperInk.WATERMARK_SIZE);
        double slope = Math.sqrt(0.5);
        object.setBoundary(box(0, 0, page.frame().pageWidth, page.frame().pageHeight));
        object.setFillColor(grey(PaperInk.WATERMARK));
        object.setCTM(new ST_Array(slope, -slope, slope, slope, round(page.frame().pageWidth / 2 - slope * line.width() / 2),
                round(page.frame().pageHeight / 2 + PaperInk.WATERMARK_SIZE / 3 + slope * line.width() / 2)));
        code(object, line.glyphs(), key, 0);
        layer.addPageBlock(object);
    }

    private static CT_Color ink(Ink ink) {
        return ink == Ink.RED ? CT_Color.rgb(PaperInk.RED[0], PaperInk.RED[1], PaperInk.RED[2]) : CT_Color.rgb(0, 0, 0);
    }

    private static CT_Color grey(double light) {
        int value = (int) Math.round(light * 255);
        return CT_Color.rgb(value, value, value);
    }

    private static ST_Box box(double x, double y, double width, double height) {
        return new ST_Box(round(x), round(y), Math.max(TINY, round(width)), Math.max(TINY, round(height)));
    }

    /** Points as millimetres, in thousandths. */
    private static double round(double points) {
        return thousandths(points * MM);
    }

    private static double thousandths(double millimetres) {
        return Math.round(millimetres * 1000) / 1000.0;
    }
}
