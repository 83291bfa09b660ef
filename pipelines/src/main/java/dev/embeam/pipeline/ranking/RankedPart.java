package dev.embeam.pipeline.ranking;

import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Warning;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Systems whose results come from one walk over the collection. */
interface RankedPart {
    /** Its systems, in the order of their numbers. */
    List<RankedSystem> systems();

    /** What each system found, by its number: {@code first} for the first one, and so on. */
    PCollection<KV<Integer, SearchResult>> search(Pipeline pipeline, int first);

    /** How often the search reads the files of {@code --input}. */
    int readings();

    /** What a reader of the scores should know. */
    default List<Warning> warnings() {
        return List.of();
    }
}
