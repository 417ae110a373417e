package org.lianshen.service.budget;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.lianshen.model.Ids;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.service.BudgetService.Request;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.BudgetIntake;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;

/**
 * Reads a file on a thread of its own and hands its lines over in pieces, never more than a few ahead: one processor reads while the other stores, and a million rows take
 * no more memory than ten thousand. After a row that cannot be read, no more lines come where the whole file is refused for it.
 */
final class LineStream implements AutoCloseable {

    private static final int AT_ONCE = 500;
    private static final int AHEAD = 6;

    /** @param lines null at the end, where {@code readings} or {@code failure} stands */
    private record Piece(List<BudgetLine> lines, List<SheetReading> readings, List<BudgetIntake.Corrected> corrected, Throwable failure) {
    }

    private final Request request;
    private final UUID batch;
    private final Ids ids;
    private final Progress progress;
    private final BlockingQueue<Piece> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile boolean stopped;
    private List<SheetReading> readings;
    private List<BudgetIntake.Corrected> corrected = List.of();

    LineStream(SourceFiles files, Path file, Request request, Function<String, Optional<SheetLayout>> layouts, UUID batch, Ids ids, Progress progress) {
        this.request = request;
        this.batch = batch;
        this.ids = ids;
        this.progress = progress;
        reader = Thread.ofPlatform().name("import " + file.getFileName()).daemon().start(() -> read(files, file, layouts));
    }

    private void read(SourceFiles files, Path file, Function<String, Optional<SheetLayout>> layouts) {
        Progress own = new Progress() {
            @Override
            public void at(long done, long total) {
                progress.at(done, total);
            }

            @Override
            public boolean cancelled() {
                return stopped || progress.cancelled();
            }
        };
        Piece last;
        try (SourceFile source = files.open(file, own)) {
            var collecting = new Collecting();
            var intake = new BudgetIntake(request, layouts, own);
            List<SheetReading> read = intake.read(source, file.getFileName().toString(), collecting);
            collecting.flush();
            last = new Piece(null, read, intake.corrected(), null);
        } catch (Throwable e) { // whatever it is, the one who waits for the lines must hear of it
            last = new Piece(null, null, List.of(), e);
        }
        hand(last);
    }

    private void hand(Piece piece) {
        try {
            queue.put(piece);
        } catch (InterruptedException e) {
            // close() was called: nobody waits for the piece
            Thread.currentThread().interrupt();
        }
    }

    private final class Collecting implements BudgetIntake.Sink {

        private List<BudgetLine> lines = new ArrayList<>(AT_ONCE);
        private boolean refused;

        @Override
        public void line(String sheet, int row, SheetKind kind, Map<BudgetField, String> values, Map<BudgetField, String> raw, Map<BudgetField, String> rules) {
            if (!refused) {
                lines.add(new BudgetLine(ids.next(), batch, request.year(), kind, sheet, row, values, raw, rules));
                if (lines.size() == AT_ONCE) {
                    flush();
                }
            }
        }

        @Override
        public void rejected() {
            refused |= !request.partial();
        }

        private void flush() {
            if (stopped) {
                throw new Progress.Cancelled();
            }
            hand(new Piece(lines, null, List.of(), null));
            lines = new ArrayList<>(AT_ONCE);
        }
    }

    /** The next lines, or null at the end. What went wrong while reading is thrown here. */
    List<BudgetLine> next() {
        if (readings != null) {
            return null;
        }
        Piece piece;
        try {
            piece = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
        switch (piece.failure()) {
            case null -> {
                readings = piece.readings();
                corrected = piece.corrected();
            }
            case RuntimeException problem -> throw problem;
            case Error error -> throw error;
            default -> throw new IllegalStateException(piece.failure());
        }
        return piece.lines();
    }

    /** How the sheets were understood; known when {@link #next} has given null. */
    List<SheetReading> readings() {
        return readings;
    }

    /** Sheets whose columns the request corrects. */
    List<BudgetIntake.Corrected> corrected() {
        return corrected;
    }

    /** Stops reading where it still goes on, and returns when the file is closed. */
    @Override
    public void close() {
        stopped = true;
        reader.interrupt();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
