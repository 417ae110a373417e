package org.lianshen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.review.TimeLimit;
import org.lianshen.service.ReviewService.Held;
import org.lianshen.service.ReviewService.News;
import org.lianshen.service.table.BoardTable;
import picocli.CommandLine;

/** Who holds what and how long, and what is new to the person who asks. */
final class BoardCommands {

    private BoardCommands() {
    }

    @CommandLine.Command(name = "board", description = {"tasks with a limit, who holds them, working days left, reminders and who saw them  逾期看板", "exit code 1 where something is overdue"})
    static final class Board implements Callable<Integer> {

        private final Run run;

        @CommandLine.Option(names = "--late", description = "only what is due soon or overdue")
        boolean late;
        @CommandLine.Option(names = "--xlsx", paramLabel = "FILE")
        Path xlsx;

        Board(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                List<Held> held = session.reviews().held().stream().filter(each -> !late || each.limit().level() != TimeLimit.Level.IN_TIME).toList();
                long over = held.stream().filter(Held::over).count();
                if (xlsx != null) {
                    session.reviews().exportHeld(new BoardTable(run.texts(), BeijingTime.ZONE).spec(), held, xlsx);
                }
                var json = new Json(run.texts()).board(held);
                run.result(json);
                held.forEach(each -> run.say("cli.held", each.reviewNo(), each.name(), each.holder(), each.what(), each.limit().due(), each.limit().left()));
                run.say("cli.board", held.size(), over);
                return over == 0 ? Exit.OK : Exit.SHORT;
            });
        }
    }

    @CommandLine.Command(name = "news", description = "what changed since the person looked last; from then on it is seen  自上次查看以来")
    static final class Since implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "NO")
        String no;

        Since(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                UUID id = session.proposals().byReviewNo(no).id();
                News news = session.reviews().look(id);
                var json = new Json(run.texts()).news(no, news);
                run.result(json);
                run.sayPlain(Json.write(json));
                return Exit.OK;
            });
        }
    }
}
