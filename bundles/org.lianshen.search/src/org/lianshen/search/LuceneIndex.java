package org.lianshen.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.lianshen.service.similarity.SimilarityIndex;
import org.osgi.service.component.annotations.Component;

/** Candidates by Lucene: pairs of Chinese characters, scored with its default similarity (BM25). The index lives in memory and is made anew from the ledger. */
@Component(service = SimilarityIndex.class)
public final class LuceneIndex implements SimilarityIndex {

    /** Lucene would advise, on standard error, to enable a module that speeds up vector fields. There are none here. Held, since the log manager forgets loggers. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    private static final String ID = "id";
    static final String NAME = "name";
    private static final String FUNCTIONS = "functions";
    private static final float NAME_BOOST = 2f;
    /** Function lists may be long; these many different words are enough to find who is near. */
    private static final int MOST_WORDS = 400;

    @Override
    public Searcher over(List<Entry> entries) {
        try {
            var analyzer = new CJKAnalyzer();
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Entry entry : entries) {
                    var document = new Document();
                    document.add(new StoredField(ID, entry.id().toString()));
                    document.add(new TextField(NAME, entry.name(), Field.Store.NO));
                    document.add(new TextField(FUNCTIONS, String.join("\n", entry.functions()), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            return new Opened(directory, DirectoryReader.open(directory), analyzer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The different words of a text, as the analyzer cuts it. */
    static Set<String> words(Analyzer analyzer, String field, String text) throws IOException {
        var words = new LinkedHashSet<String>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (words.size() < MOST_WORDS && tokens.incrementToken()) {
                words.add(term.toString());
            }
        }
        return words;
    }

    private static final class Opened implements Searcher {

        private final Directory directory;
        private final DirectoryReader reader;
        private final IndexSearcher searcher;
        private final Analyzer analyzer;

        Opened(Directory directory, DirectoryReader reader, Analyzer analyzer) {
            this.directory = directory;
            this.reader = reader;
            this.searcher = new IndexSearcher(reader);
            this.analyzer = analyzer;
        }

        @Override
        public List<UUID> near(String name, List<String> functions, int limit) {
            try {
                var query = new BooleanQuery.Builder();
                for (String word : words(analyzer, NAME, name)) {
                    query.add(new BoostQuery(new TermQuery(new Term(NAME, word)), NAME_BOOST), Occur.SHOULD);
                }
                for (String word : words(analyzer, FUNCTIONS, String.join("\n", functions))) {
                    query.add(new TermQuery(new Term(FUNCTIONS, word)), Occur.SHOULD);
                }
                return found(query.build(), limit);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<UUID> found(Query query, int limit) throws IOException {
            var found = new ArrayList<UUID>();
            if (reader.numDocs() > 0) {
                var stored = reader.storedFields();
                for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
                    found.add(UUID.fromString(stored.document(hit.doc).get(ID)));
                }
            }
            return found;
        }

        @Override
        public void close() {
            try {
                reader.close();
                directory.close();
                analyzer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
