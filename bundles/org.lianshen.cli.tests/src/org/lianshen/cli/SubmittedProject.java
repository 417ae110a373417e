package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.office.form.ProposalFormFiles;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.rulepacks.Samples;

/** Commands on a real store of 湖州 in which a project of 市水利局 was submitted. */
abstract class SubmittedProject {

    @TempDir
    Path folder;
    final Terminal terminal = new Terminal();
    private String store;
    /** Number of the project. */
    String no;

    @BeforeEach
    void aProposalIsThere() throws Exception {
        store = folder.resolve("store").toString();
        assertEquals(Exit.OK, run("init", "--pack", "huzhou"), terminal.err());
        no = submit("智慧水务监测平台二期");
    }

    int run(String... args) {
        return terminal.run(with(args, "--store", store));
    }

    static String[] with(String[] args, String... more) {
        return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
    }

    JsonNode json(String... args) throws Exception {
        int exit = run(with(args, "--json", "-"));
        assertTrue(exit == Exit.OK || exit == Exit.SHORT, terminal.err());
        return terminal.json();
    }

    String submit(String name) throws Exception {
        return json(submission(form(name))).path("no").asText();
    }

    Path form(String name) {
        Path form = folder.resolve(name + ".json");
        new ProposalFormFiles(new OfficeSources()).write(new Samples().read().proposal().with(ProposalField.PROJECT_NAME, name).with(ProposalField.UNIT_NAME, "市水利局"), form);
        return form;
    }

    /** With a reason for every warning. */
    String[] submission(Path form) throws Exception {
        var command = new ArrayList<>(List.of("proposal", "submit", form.toString()));
        var codes = new TreeSet<String>();
        json("proposal", "check", form.toString()).path("findings").forEach(found -> codes.add(found.path("check").asText()));
        codes.forEach(code -> command.addAll(List.of("--reason", code + "=情况属实")));
        return command.toArray(String[]::new);
    }
}
