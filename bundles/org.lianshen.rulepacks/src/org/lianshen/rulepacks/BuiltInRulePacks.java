package org.lianshen.rulepacks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.packs.PackForms;
import org.lianshen.service.packs.RulePacks;
import org.osgi.service.component.annotations.Component;

import com.fasterxml.jackson.databind.JsonNode;

/** The rule packs that the program ships. A pack is read when it is first asked for, with the packs it inherits from. */
@Component(service = { RulePacks.class, PackForms.class })
public final class BuiltInRulePacks implements RulePacks, PackForms {
    /** In the order in which places are offered. */
    private static final List<String> PLACES = List.of("huzhou", "keqiao", "shaoxing", "zhejiang", "xiangtan", "common");

    private final Map<String, RulePack> packs = new HashMap<>();
    private final Map<String, PackBase> bases = new HashMap<>();
    private PackReader reader;

    @Override
    public List<RulePack> all() {
        return PLACES.stream().map(this::pack).toList();
    }

    @Override
    public RulePack of(String place, LocalDate on) {
        requireKnown(place);
        RulePack pack = pack(place);
        if (!pack.validOn(on)) {
            throw UserProblem.of("pack.notValidOn", pack.name(), pack.version(), on, pack.validFrom());
        }
        return pack;
    }

    private static void requireKnown(String place) {
        if (!PLACES.contains(place)) {
            throw UserProblem.of("pack.unknownPlace", place, String.join(", ", PLACES));
        }
    }

    @Override
    public RulePack byId(String id) {
        String place = id.substring(0, Math.max(id.indexOf('@'), 0));
        RulePack pack = PLACES.contains(place) ? pack(place) : null;
        if (pack == null || !pack.id().equals(id)) {
            throw UserProblem.of("pack.unknownVersion", id);
        }
        return pack;
    }

    @Override
    public synchronized PackBase shipped(String place) {
        requireKnown(place);
        return bases.computeIfAbsent(place, known -> {
            PackValue.Fields content = PackContent.of(reader().whole(place + ".json", place, BuiltInRulePacks::file), PackFiles.resource("calendar.json"));
            return new PackBase(place, content.text("version"), digest(content), content, null);
        });
    }

    @Override
    public RulePack build(String name, PackValue.Fields content) {
        try {
            return PackReader.build(name, PackContent.pack(content), Calendars.of(name, PackContent.calendar(content)));
        } catch (UserProblem problem) {
            throw new UserProblem(problem.messages().stream().map(message -> placed(message, content)).toList());
        }
    }

    /** The second argument of every message of the reader is the pointer. */
    private static Message placed(Message message, PackValue.Fields content) {
        var args = new ArrayList<>(message.args());
        args.set(1, PackContent.place(content, String.valueOf(args.get(1))));
        return new Message(message.key(), args);
    }

    @Override
    public String digest(PackValue.Fields content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PackContent.node(content).toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Exchange read(Path file) {
        return PackExchange.read(file);
    }

    @Override
    public void write(Exchange pack, Path target) {
        PackExchange.write(pack, target);
    }

    private synchronized RulePack pack(String place) {
        RulePack known = packs.get(place);
        if (known == null) {
            known = reader().read(place + ".json", place, BuiltInRulePacks::file);
            packs.put(place, known);
        }
        return known;
    }

    private PackReader reader() {
        if (reader == null) {
            reader = new PackReader(Calendars.builtIn());
        }
        return reader;
    }

    private static JsonNode file(String place) {
        return PackFiles.resource("packs/" + place + ".json");
    }
}
